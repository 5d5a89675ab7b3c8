using System.Diagnostics;
using System.Globalization;
using FastTrackBot.Platform.Storage.Postgres;
using FastTrackBot.Tests.Platform.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Tests.Bot.Cluster;

/// <summary>Several processes of the bot on one PostgreSQL that brings its commits to the disk.</summary>
public sealed class ClusterTests(ITestOutputHelper output)
{
    private const int Reminders = 10_000;
    private const int BetweenKills = 1_900;

    private const int MeasuredReminders = 5_000;

    /// <summary>One to warm up, and two at each number of engagements.</summary>
    private const int MeasuredRounds = 5;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_ten_thousand_reminders_due_at_once_none_is_lost_though_instances_and_the_server_die()
    {
        await using var server = await PostgresServer.StartAsync(durable: true);
        await using var teams = await CountingTeams.StartAsync();
        var database = await PrepareAsync(server, teams);
        List<InstanceProcess> instances = [.. Enumerable.Range(0, 3).Select(_ => InstanceProcess.Start(database))];
        var (kills, restarts) = (0, 0);
        try
        {
            await QueueAsync(database, Reminders);
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
                instances.Add(InstanceProcess.Start(database));
            }

            while (await DoneAsync(database) < Reminders) await PassAsync(0.2);
        }
        finally
        {
            foreach (var instance in instances) instance.Dispose();
        }

        var twice = teams.Messages.Values.Sum(count => count - 1);
        output.WriteLine($"{Reminders} reminders, {kills} instances killed, {restarts} restarts of the server: none lost, {twice} sent twice.");
        Assert.Equal(Reminders, teams.Messages.Count);
        Assert.Equal(0L, await PostgresServer.ExecuteAtAsync(database, "SELECT count(*) FROM work WHERE kind = 'nudge'"));
        // Only what was in hand where somebody died, or where nobody could be told that it was done.
        Assert.InRange(twice, 0, (kills + (restarts * 3)) * Nudges.AtOnce);
    }

    [Fact]
    public async Task Among_a_hundred_thousand_engagements_each_reminder_is_sent_once()
    {
        await using var server = await PostgresServer.StartAsync(durable: true);
        await using var teams = await CountingTeams.StartAsync();
        var database = await PrepareAsync(server, teams);
        using var instance = InstanceProcess.Start(database);
        // The first round only warms up.
        await MeasureAsync(database, instance);

        await MakeEngagementsAsync(database, 1, 1_000);
        var few = await BestAsync(database, instance);
        await MakeEngagementsAsync(database, 1_001, 100_000);
        var many = await BestAsync(database, instance);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"1,000 engagements: {few.PerSecond:N0} reminders/s, {few.Microseconds:N0} µs of the bot's CPU each; 100,000: {many.PerSecond:N0}/s, {many.Microseconds:N0} µs."));
        // How fast it was is for people to read: other work on the machine decides as much as the bot.
        Assert.Equal(MeasuredReminders, teams.Messages.Count);
        Assert.All(teams.Messages.Values, times => Assert.Equal(MeasuredRounds, times));
    }

    /// <summary>An empty store that knows where each person is.</summary>
    private static async Task<string> PrepareAsync(PostgresServer server, CountingTeams teams)
    {
        var database = await server.CreateDatabaseAsync();
        PostgresStore.Open(database, NullLogger.Instance).Dispose();
        await PostgresServer.ExecuteAtAsync(database,
            $$$"""
            INSERT INTO documents SELECT 'installation', '{{{Nudges.Tenant}}}', 'person:' || n, 1, convert_to(
                '{"reference":{"serviceUrl":"{{{teams.Url}}}","conversationId":"c' || n || '","conversationType":"personal","tenantId":"{{{Nudges.Tenant}}}"}}', 'UTF8')
            FROM generate_series(1, {{{Reminders}}}) n
            """);
        return database;
    }

    /// <summary>All due at the same instant, a little later.</summary>
    private static async Task QueueAsync(string database, int count) => await PostgresServer.ExecuteAtAsync(database,
        $"INSERT INTO work (kind, key, due, ready) SELECT 'nudge', n, due, due FROM generate_series(1, {count}) n, "
        + "LATERAL (SELECT (extract(epoch FROM now()) * 1000)::bigint + 1000 AS due) at");

    /// <summary>With what an engagement leaves behind: its document, and a look at it next month.</summary>
    private static async Task MakeEngagementsAsync(string database, int first, int last) => await PostgresServer.ExecuteAtAsync(database,
        $$$"""
        INSERT INTO documents SELECT 'engagement', 'tenant' || n, n, 1, convert_to('{"id":"' || n || '","notes":"' || repeat('x', 2000) || '"}', 'UTF8')
        FROM generate_series({{{first}}}, {{{last}}}) n;
        INSERT INTO work (kind, key, due, ready) SELECT kind, n, due, due FROM generate_series({{{first}}}, {{{last}}}) n,
            LATERAL (SELECT unnest(ARRAY['nudge', 'reminders']) AS kind, (extract(epoch FROM now()) * 1000)::bigint + 2592000000 AS due) later
        WHERE n > {{{Reminders}}} OR kind = 'reminders';
        ANALYZE
        """);

    private static async Task<Figures> BestAsync(string database, InstanceProcess instance)
    {
        List<Figures> rounds = [];
        for (var round = 0; round < 2; round++) rounds.Add(await MeasureAsync(database, instance));
        return rounds.MaxBy(figures => figures.PerSecond)!;
    }

    private static async Task<Figures> MeasureAsync(string database, InstanceProcess instance)
    {
        const int Count = MeasuredReminders;
        await PostgresServer.ExecuteAtAsync(database, "DELETE FROM documents WHERE kind = 'nudge'");
        await QueueAsync(database, Count);
        await PostgresServer.ExecuteAtAsync(database, "SELECT pg_notify('fasttrackbot_work', 'test')");
        while (await DoneAsync(database) == 0) await PassAsync(0.005);
        var (begin, processor, already) = (Stopwatch.GetTimestamp(), instance.Processor, await DoneAsync(database));
        while (await DoneAsync(database) < Count) await PassAsync(0.02);
        var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return new Figures((Count - already) / seconds, (instance.Processor - processor).TotalMicroseconds / (Count - already));
    }

    private static async Task<int> DoneAsync(string database) =>
        (int)(long)(await PostgresServer.ExecuteAtAsync(database, "SELECT count(*) FROM documents WHERE kind = 'nudge'"))!;

    private static Task PassAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, Ct);

    private sealed record Figures(double PerSecond, double Microseconds);
}
