using System.Collections.Concurrent;
using System.Text;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Tests.Platform.Storage.Postgres;

/// <summary>What several instances on one database may rely on.</summary>
public sealed class PostgresInstancesTests : IAsyncLifetime
{
    private static readonly DocumentKey Key = new("kind", "tenant", "a");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private string _database = "";
    private PostgresStore _one = null!;
    private PostgresStore _two = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        _one = PostgresStore.Open(_database, NullLogger.Instance);
        _two = PostgresStore.Open(_database, NullLogger.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _one?.Dispose();
        _two?.Dispose();
        if (_database.Length > 0) await (await PostgresServer.SharedAsync()).DropDatabaseAsync(_database);
    }

    [Fact]
    public async Task What_one_has_committed_the_other_reads_and_who_is_late_is_told()
    {
        Assert.Null(await _two.ReadAsync(Key, Ct));
        await _one.CommitAsync(new Commit([Write(Key, 0, "one")]), Ct);

        Assert.Equal("one", TextOf((await _two.ReadAsync(Key, Ct))!));
        Assert.Equal(CommitOutcome.Conflict, (await _two.CommitAsync(new Commit([Write(Key, 0, "two")]), Ct)).Outcome);
        Assert.Equal("one", TextOf((await _one.ReadAsync(Key, Ct))!));
    }

    [Fact]
    public async Task Of_increments_by_both_each_counts_once()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Ct }, async (number, ct) =>
        {
            var store = number % 2 == 0 ? _one : _two;
            CommitResult result;
            do
            {
                var read = await store.ReadAsync(Key, ct);
                var next = read is null ? 1 : int.Parse(TextOf(read), null) + 1;
                result = await store.CommitAsync(new Commit([Write(Key, read?.Version ?? 0, $"{next}")]), ct);
            }
            while (result.Outcome == CommitOutcome.Conflict);
        });

        Assert.Equal("200", TextOf((await _one.ReadAsync(Key, Ct))!));
    }

    [Fact]
    public async Task Documents_that_both_write_in_opposite_order_make_neither_wait_in_a_circle()
    {
        DocumentKey[] keys = [.. Enumerable.Range(0, 20).Select(number => Key with { Id = $"{number:D2}" })];

        var results = new ConcurrentBag<CommitOutcome>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Ct }, async (number, ct) =>
        {
            var (store, order) = number % 2 == 0 ? (_one, keys) : (_two, keys.Reverse());
            var work = order.Select(key => new WorkItem("kind", key.Id, Now)).ToList();
            var commit = new Commit([.. order.Select(key => Write(key, DocumentWrite.AnyVersion, $"{number}"))]) { Work = work };
            results.Add((await store.CommitAsync(commit, ct)).Outcome);
        });

        Assert.All(results, result => Assert.Equal(CommitOutcome.Committed, result));
        var all = await _one.ReadAllAsync("kind", "tenant", Ct);
        // Each commit was written whole: one of them was the last for all.
        Assert.Single(all.Select(TextOf).Distinct());
        Assert.All(all, document => Assert.Equal(200, document.Version));
    }

    [Fact]
    public async Task A_turn_that_both_are_given_is_had_by_one_and_its_messages_are_that_ones_to_send()
    {
        var results = await Task.WhenAll(
            Task.Run(() => _one.CommitAsync(new Commit([Write(Key, 0, "one")], Turn("1", "one")), Ct), Ct),
            Task.Run(() => _two.CommitAsync(new Commit([Write(Key, 0, "two")], Turn("1", "two")), Ct), Ct));

        var (winner, loser, expected) = results[0].Outcome == CommitOutcome.Committed ? (_one, _two, "one") : (_two, _one, "two");
        var late = Assert.Single(results, result => result.Outcome == CommitOutcome.Duplicate).Earlier!;
        Assert.Equal((expected, false), (Encoding.UTF8.GetString(late.Outcome.Span), late.Pending));
        Assert.Empty(await loser.ReadPendingTurnsAsync(10, Ct));
        Assert.Equal(["1"], (await winner.ReadPendingTurnsAsync(10, Ct)).Select(turn => turn.ActivityId));
    }

    [Fact]
    public async Task What_an_instance_that_is_silent_had_to_say_another_says_and_no_third()
    {
        await _one.CommitAsync(new Commit([], Turn("1")), Ct);
        await PostgresServer.ExecuteAtAsync(_database, "UPDATE outbox SET until = now() - interval '1 second'");

        Assert.Single(await _two.ReadPendingTurnsAsync(10, Ct));
        Assert.Empty(await _one.ReadPendingTurnsAsync(10, Ct));
        await _two.CompleteTurnAsync("conversation", "1", [], Ct);
        Assert.Empty(await _two.ReadPendingTurnsAsync(10, Ct));
    }

    [Fact]
    public async Task Of_a_thousand_pieces_claimed_by_both_each_is_done_once()
    {
        await _one.CommitAsync(new Commit([]) { Work = [.. Enumerable.Range(0, 1000).Select(number => new WorkItem("kind", $"{number:D4}", Now))] }, Ct);
        var done = new ConcurrentBag<(PostgresStore Store, string Key)>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 8), Ct, async (claimer, ct) =>
        {
            var store = claimer % 2 == 0 ? _one : _two;
            while (await store.ClaimWorkAsync("kind", 7, Now, Now.AddMinutes(4), ct) is { Count: > 0 } claims)
            {
                await Task.WhenAll(claims.Select(async claim =>
                {
                    done.Add((store, claim.Key));
                    var end = new WorkEnd(claim, WorkOutcome.Done, Now);
                    Assert.Equal(CommitOutcome.Committed, (await store.CommitAsync(new Commit([]) { End = end }, ct)).Outcome);
                }));
            }
        });

        Assert.Equal(Enumerable.Range(0, 1000).Select(number => $"{number:D4}"), done.Select(piece => piece.Key).Order(StringComparer.Ordinal));
        Assert.Equal(2, done.Select(piece => piece.Store).Distinct().Count());
    }

    [Fact]
    public async Task Work_that_one_queues_wakes_the_other()
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _two.WorkQueued += () => heard.TrySetResult();

        // The other may still be on its way to listen.
        for (var round = 0; round < 50 && !heard.Task.IsCompleted; round++)
        {
            await _one.CommitAsync(new Commit([]) { Work = [new WorkItem("kind", "a", Now)] }, Ct);
            await Task.WhenAny(heard.Task, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Ct));
        }

        Assert.True(heard.Task.IsCompleted);
    }

    private static DocumentWrite Write(DocumentKey key, long expected, string text) => new(key, expected, Encoding.UTF8.GetBytes(text));

    private static TurnRecord Turn(string activity, string outcome = "{}") => new("conversation", activity, Encoding.UTF8.GetBytes(outcome), Pending: true);

    private static string TextOf(StoredDocument document) => Encoding.UTF8.GetString(document.Json.Span);
}
