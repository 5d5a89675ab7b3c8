using System.Text;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Postgres;
using FastTrackBot.Tests.Platform.BotFramework;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Tests.Platform.Storage.Postgres;

/// <summary>What happens when the server is away, refuses, or answers nobody.</summary>
public sealed class PostgresTroubleTests
{
    private static readonly DocumentKey Key = new("kind", "tenant", "a");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fast")]
    [InlineData("immediate")]
    public async Task A_restart_of_the_server_fails_what_comes_meanwhile_and_nothing_after(string mode)
    {
        await using var server = await PostgresServer.StartAsync();
        using var store = PostgresStore.Open(await server.CreateDatabaseAsync(), NullLogger.Instance);
        await store.CommitAsync(new Commit([Write(Key, 0, "before")], Turn("1")), Ct);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => store.ReadAsync(Key, Ct).AsTask()));

        await server.StopAsync(mode);
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.CommitAsync(new Commit([], Turn("2")), Ct));
        await Assert.ThrowsAsync<StoreException>(async () => await store.ReadAsync(Key, Ct));
        await Assert.ThrowsAsync<StoreException>(() => store.CheckAsync(Ct));
        await server.StartAgainAsync();

        Assert.Contains("cannot be reached", failure.Message, StringComparison.Ordinal);
        // Not one stale connection is met: each of them would fail somebody.
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => store.ReadAsync(Key, Ct).AsTask()));
        Assert.Equal(CommitOutcome.Duplicate, (await store.CommitAsync(new Commit([], Turn("1")), Ct)).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await store.CommitAsync(new Commit([], Turn("2")), Ct)).Outcome);
    }

    [Fact]
    public async Task A_restart_that_nobody_notices_fails_nobody()
    {
        await using var server = await PostgresServer.StartAsync();
        using var store = PostgresStore.Open(await server.CreateDatabaseAsync(), NullLogger.Instance);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => store.CommitAsync(new Commit([], Turn($"{number}")), Ct)));

        await server.StopAsync();
        await server.StartAgainAsync();

        await Task.WhenAll(Enumerable.Range(10, 10).Select(number => store.CommitAsync(new Commit([Write(Key with { Id = $"{number}" }, 0, "x")], Turn($"{number}")), Ct)));
        Assert.Equal(20, (await store.ReadPendingTurnsAsync(100, Ct)).Count);
    }

    [Fact]
    public async Task Another_instances_work_is_heard_of_again_after_a_restart()
    {
        await using var server = await PostgresServer.StartAsync();
        var database = await server.CreateDatabaseAsync();
        var log = new RecordedLog();
        using var store = PostgresStore.Open(database, log.CreateLogger(nameof(PostgresStore)));
        await UntilAsync(async () => (long)(await PostgresServer.ExecuteAtAsync(database, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"))! == 1);
        var heard = 0;
        store.WorkQueued += () => Interlocked.Increment(ref heard);

        await server.StopAsync("immediate");
        await UntilAsync(() => Task.FromResult(log.Lines.Any(line => line.Id == 3016)));
        await server.StartAgainAsync();

        await UntilAsync(() => Task.FromResult(log.Lines.Any(line => line.Id == 3017) && heard == 1));
    }

    [Fact]
    public async Task A_turn_whose_answer_was_lost_is_found_by_its_record_and_is_written_once()
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync();
        using var proxy = new CuttingProxy(server.Port);
        using (var store = PostgresStore.Open(database.Replace($"Port={server.Port}", $"Port={proxy.Port}", StringComparison.Ordinal), NullLogger.Instance))
        {
            await store.CommitAsync(new Commit([Write(Key, 0, "1")]), Ct);

            proxy.CutAfter("the activity"u8);
            var result = await store.CommitAsync(new Commit([Write(Key, 1, "2")], Turn("the activity", "said")), Ct);

            Assert.Equal(1, proxy.Cuts);
            Assert.Equal(CommitOutcome.Duplicate, result.Outcome);
            // It is still this instance's to send.
            Assert.Equal(("said", true), (Encoding.UTF8.GetString(result.Earlier!.Outcome.Span), result.Earlier.Pending));
            Assert.Equal(2, (await store.ReadAsync(Key, Ct))!.Version);

            proxy.CutAfter("no turn"u8);
            // Whether it was written nobody can tell, so it is not tried again.
            await Assert.ThrowsAsync<StoreException>(() => store.CommitAsync(new Commit([Write(Key, 2, "no turn")]), Ct));
        }

        await server.DropDatabaseAsync(database);
    }

    [Theory]
    [InlineData(PostgresServer.Guest, "wrong-secret", "postgres", 3012, "Check user and password")]
    [InlineData("postgres", "any-secret", "nowhere", 3013, "Create it: createdb --owner=postgres nowhere")]
    [InlineData(PostgresServer.Guest, PostgresServer.GuestsPassword, "postgres", 3014, "Make it the owner")]
    [InlineData("postgres", "any-secret", null, 3011, "Check that the server runs")]
    public async Task What_keeps_the_bot_from_starting_is_said_with_what_to_do_and_without_the_password(
        string user, string password, string? database, int eventId, string advice)
    {
        var server = await PostgresServer.SharedAsync();
        var log = new RecordedLog();
        if (user == PostgresServer.Guest) await server.ExecuteAsync("postgres", "REVOKE CREATE ON SCHEMA public FROM public");

        // Port 1 is nobody's.
        var connection = server.ConnectionString(database ?? "postgres", user, password, database is null ? 1 : null);
        var failure = Assert.Throws<InvalidOperationException>(() => (object)PostgresStore.Open(connection, log.CreateLogger("store")));

        Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
        Assert.True(log.Lines.Any(line => line.Id == eventId), string.Join('\n', log.Lines));
        Assert.DoesNotContain(password, failure.ToString() + string.Join('\n', log.Lines), StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await condition()) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
    }

    private static DocumentWrite Write(DocumentKey key, long expected, string text) => new(key, expected, Encoding.UTF8.GetBytes(text));

    private static TurnRecord Turn(string activity, string outcome = "{}") => new("conversation", activity, Encoding.UTF8.GetBytes(outcome), Pending: true);
}
