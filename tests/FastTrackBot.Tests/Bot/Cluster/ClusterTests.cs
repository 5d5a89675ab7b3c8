using FastTrackBot.FastTrack.Reminders;
using FastTrackBot.Tests.Platform.Storage.Postgres;

namespace FastTrackBot.Tests.Bot.Cluster;

/// <summary>Several processes of the bot on one PostgreSQL that brings its commits to the disk.</summary>
public sealed class ClusterTests(ITestOutputHelper output)
{
    private const int Reminders = 10_000;
    private const int BetweenKills = 1_900;

    /// <summary>Messages in hand at one instance: what a kill can have sent twice.</summary>
    private const int AtOnce = 64;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_ten_thousand_reminders_due_at_once_none_is_lost_though_instances_and_the_server_die()
    {
        await using var server = await PostgresServer.StartAsync(durable: true);
        await using var teams = await CountingTeams.StartAsync();
        var database = await server.CreateDatabaseAsync();
        await DigestSeed.WriteAsync(database, teams.Url, Reminders);
        var began = TimeProvider.System.GetUtcNow();
        List<InstanceProcess> instances = [.. Enumerable.Range(0, 3).Select(_ => InstanceProcess.Start(database, began))];
        var (kills, restarts) = (0, 0);
        try
        {
            // Each death comes in the middle of work.
            for (var next = BetweenKills; next < Reminders; next += BetweenKills)
            {
                while (teams.Messages.Count < next) await PassAsync(0.01);
                if (++kills == 2)
                {
                    await server.StopAsync("immediate");
                    await PassAsync(1);
                    await server.StartAgainAsync();
                    restarts++;
                }

                instances[0].Dispose();
                instances.RemoveAt(0);
                instances.Add(InstanceProcess.Start(database, began));
            }

            await UntilNothingWaitsAsync(database);
        }
        finally
        {
            foreach (var instance in instances) instance.Dispose();
        }

        var twice = teams.Messages.Values.Sum(count => count - 1);
        output.WriteLine($"{Reminders} reminders, {kills} instances killed, {restarts} restarts of the server: none lost, {twice} sent twice.");
        Assert.Equal(Reminders, teams.Messages.Count);
        var digests = await DigestSeed.ReadAsync(database);
        Assert.Equal(Reminders, digests.Count);
        Assert.All(digests, digest => Assert.Equal(ReminderOutcome.Delivered, Assert.Single(digest.Ended).Outcome));
        // Only what was in hand where somebody died, or where nobody could be told that it was done.
        Assert.InRange(twice, 0, (kills + (restarts * 3)) * AtOnce);
    }

    /// <summary>What the engagements have for the next morning stays. The instances look by themselves once a minute, or when they hear of work: this saves the test that minute.</summary>
    private static async Task UntilNothingWaitsAsync(string database)
    {
        while ((long)(await PostgresServer.ExecuteAtAsync(database, $"SELECT count(*) FROM work WHERE kind = 'digest' AND due <= {FastClock.Morning.ToUnixTimeMilliseconds()}"))! > 0)
        {
            await PassAsync(0.5);
            await PostgresServer.ExecuteAtAsync(database, "SELECT pg_notify('fasttrackbot_work', 'test')");
        }
    }

    private static Task PassAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, Ct);
}
