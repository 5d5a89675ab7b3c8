using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using FastTrackBot.Tests.Platform.BotFramework;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Tests.Platform.Delivery;

public sealed class WorkRunnerTests : IAsyncDisposable
{
    private static readonly DocumentKey Note = new("note", "t", "a");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fasttrackbot-");
    private readonly FakeClock _clock = new();
    private readonly RecordedLog _log = new();
    private readonly List<WorkRunner> _runners = [];
    private readonly SqliteStore _store;

    public WorkRunnerTests() => _store = SqliteStore.Open(Path.Combine(_folder.FullName, "bot.db"), NullLogger.Instance);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var runner in _runners) await runner.StopAsync(CancellationToken.None);
        foreach (var runner in _runners) runner.Dispose();
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Work_that_waited_before_the_start_is_done()
    {
        await QueueAsync("a");
        var errands = new Errands();

        await StartAsync(errands);

        await UntilEmptyAsync();
        Assert.Single(errands.Begun);
    }

    [Fact]
    public async Task Queued_work_is_begun_at_once_without_the_clock_moving()
    {
        var errands = new Errands();
        await StartAsync(errands);
        await _clock.UntilSomeoneWaitsAsync(wait => wait == WorkRunner.Interval);

        await QueueAsync("a");

        await UntilEmptyAsync();
    }

    [Fact]
    public async Task Work_for_later_is_begun_at_its_time_and_not_at_the_next_look()
    {
        var errands = new Errands();
        await StartAsync(errands);
        await QueueAsync("a", TimeSpan.FromSeconds(20));
        await _clock.UntilSomeoneWaitsAsync(wait => wait == TimeSpan.FromSeconds(20));

        _clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Empty(errands.Begun);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await UntilEmptyAsync();
    }

    [Fact]
    public async Task No_more_of_a_kind_are_under_way_than_it_allows_and_all_get_their_turn()
    {
        var gate = new TaskCompletionSource();
        var errands = new Errands(async (_, _, _) =>
        {
            await gate.Task;
            return WorkResult.Done;
        });
        await QueueAsync([.. Enumerable.Range(0, 20).Select(number => $"{number}")]);
        await StartAsync(errands);

        await errands.UntilBegunAsync(3);
        gate.SetResult();

        await UntilEmptyAsync();
        Assert.Equal((20, 3), (errands.Begun.Count, errands.MostAtOnce));
    }

    [Fact]
    public async Task What_is_saved_and_queued_comes_with_the_outcome()
    {
        var errands = new Errands((claim, documents, _) =>
        {
            documents.Save(Notes, "t", claim.Key, "saved");
            if (claim.Key == "a") documents.Queue("errand", "b", _clock.GetUtcNow());
            return Task.FromResult(WorkResult.Done);
        });
        await StartAsync(errands);

        await QueueAsync("a");

        await UntilEmptyAsync();
        Assert.Equal(["a", "b"], (await _store.ReadAllAsync("note", "t", Ct)).Select(document => document.Key.Id));
    }

    [Fact]
    public async Task A_failure_is_tried_again_after_a_growing_pause_and_its_reason_is_in_the_backlog()
    {
        var errands = new Errands((claim, documents, _) =>
        {
            documents.Save(Notes, "t", claim.Key, "half-way");
            throw new InvalidOperationException($"Attempt {claim.Attempt} broke.");
        });
        await StartAsync(errands);
        await QueueAsync("a");

        // Ten seconds, twenty, forty; each a fifth shorter or longer.
        foreach (var (shortest, longest) in ((int, int)[])[(8, 12), (16, 24), (32, 48)])
        {
            await errands.UntilBegunAsync();
            var wait = await _clock.UntilSomeoneWaitsAsync(wait => wait <= TimeSpan.FromSeconds(longest) && wait >= TimeSpan.FromSeconds(shortest))
                .WaitAsync(TimeSpan.FromSeconds(20), Ct);
            _clock.Advance(wait);
        }

        await errands.UntilBegunAsync();
        Assert.Equal([1, 2, 3, 4], errands.Begun.Select(claim => claim.Attempt));
        await UntilAsync(async () => (await BacklogAsync())?.LastReason == "Attempt 4 broke.");
        Assert.Null(await _store.ReadAsync(Note, Ct));
        Assert.Contains(_log.Lines, line => line.Id == 4003);
        Assert.Contains(_log.Lines, line => line.Id == 4001);
    }

    [Fact]
    public async Task What_the_service_asks_for_is_waited_out()
    {
        var asked = TimeSpan.FromSeconds(30);
        var errands = new Errands(claim => claim.Attempt == 1 ? WorkResult.Again("Throttled.", asked) : WorkResult.Done);
        await StartAsync(errands);
        await QueueAsync("a");

        var wait = await _clock.UntilSomeoneWaitsAsync(wait => wait >= asked && wait <= asked * 1.2).WaitAsync(TimeSpan.FromSeconds(20), Ct);
        // Somebody changes it meanwhile, which is no reason to come earlier.
        await QueueAsync("a");
        _clock.Advance(asked - TimeSpan.FromSeconds(1));
        Assert.Single(errands.Begun);
        _clock.Advance(wait - asked + TimeSpan.FromSeconds(1));

        await UntilEmptyAsync();
        Assert.Equal(2, errands.Begun.Count);
    }

    [Fact]
    public async Task What_is_given_up_is_not_tried_again_until_it_is_queued_anew()
    {
        var errands = new Errands(claim => WorkResult.GiveUp("There is no such list."));
        await StartAsync(errands);
        await QueueAsync("a");
        await UntilAsync(async () => await BacklogAsync() is { GivenUp: 1, LastReason: "There is no such list." });

        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Single(errands.Begun);
        await QueueAsync("a");

        await errands.UntilBegunAsync(2);
    }

    [Fact]
    public async Task What_takes_too_long_is_stopped_and_tried_again()
    {
        var errands = new Errands(async (_, _, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
            return WorkResult.Done;
        });
        await StartAsync(errands);
        await QueueAsync("a");
        await errands.UntilBegunAsync();

        _clock.Advance(TimeSpan.FromMinutes(3));

        await UntilAsync(async () => (await BacklogAsync())?.LastReason?.StartsWith("It took longer", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_document_that_a_person_changed_meanwhile_wins_and_the_work_is_looked_at_again()
    {
        var errands = new Errands(async (claim, documents, _) =>
        {
            var note = await documents.ReadAsync(Notes, "t", "a", Ct);
            if (claim.Attempt == 1) await _store.CommitAsync(new Commit([new DocumentWrite(Note, 0, "\"person\""u8.ToArray())]), Ct);
            documents.Save(Notes, "t", "a", note + "+work");
            return WorkResult.Done;
        });
        await StartAsync(errands);

        await QueueAsync("a");

        await UntilEmptyAsync();
        Assert.Equal("person+work", await new DocumentSession(_store).ReadAsync(Notes, "t", "a", Ct));
    }

    [Fact]
    public async Task What_cannot_be_taken_back_is_settled_where_a_person_changed_the_document_meanwhile_and_not_done_again()
    {
        var errands = new Errands(async (_, documents, _) =>
        {
            var note = await documents.ReadAsync(Notes, "t", "a", Ct);
            await _store.CommitAsync(new Commit([new DocumentWrite(Note, 0, "\"person\""u8.ToArray())]), Ct);
            documents.Save(Notes, "t", "a", note + "+sent");
            return WorkResult.Done with { Settle = () => _store.CommitAsync(new Commit([new DocumentWrite(Note, 1, "\"person+sent\""u8.ToArray())]), Ct) };
        });
        await StartAsync(errands);

        await QueueAsync("a");

        await UntilEmptyAsync();
        Assert.Single(errands.Begun);
        Assert.Equal("person+sent", await new DocumentSession(_store).ReadAsync(Notes, "t", "a", Ct));
    }

    [Fact]
    public async Task After_a_crash_another_runner_takes_over_when_the_lease_has_run_out()
    {
        await QueueAsync("a");
        // The process that claimed it is gone without a word.
        await _store.ClaimWorkAsync("errand", 1, _clock.GetUtcNow(), _clock.GetUtcNow() + TimeSpan.FromMinutes(4), Ct);
        var errands = new Errands();
        await StartAsync(errands);

        await _clock.UntilSomeoneWaitsAsync(wait => wait == WorkRunner.Interval).WaitAsync(TimeSpan.FromSeconds(20), Ct);
        Assert.Empty(errands.Begun);
        for (var minute = 0; minute < 4; minute++)
        {
            await _clock.UntilSomeoneWaitsAsync(wait => wait == WorkRunner.Interval).WaitAsync(TimeSpan.FromSeconds(20), Ct);
            _clock.Advance(WorkRunner.Interval);
        }

        await UntilEmptyAsync();
        Assert.Equal(2, Assert.Single(errands.Begun).Attempt);
    }

    [Fact]
    public async Task One_that_outlived_its_lease_changes_nothing_and_is_told()
    {
        var gate = new TaskCompletionSource();
        var errands = new Errands(async (claim, documents, _) =>
        {
            documents.Save(Notes, "t", "a", $"by attempt {claim.Attempt}");
            // Deaf to its time limit.
            if (claim.Attempt == 1) await gate.Task;
            return WorkResult.Done;
        });
        await StartAsync(errands);
        await QueueAsync("a");
        await errands.UntilBegunAsync();
        _clock.Advance(TimeSpan.FromMinutes(4));
        await errands.UntilBegunAsync();
        await UntilEmptyAsync();

        gate.SetResult();

        await UntilAsync(() => Task.FromResult(_log.Lines.Any(line => line.Id == 4004)));
        Assert.Equal("by attempt 2", await new DocumentSession(_store).ReadAsync(Notes, "t", "a", Ct));
    }

    [Fact]
    public async Task At_the_end_of_the_process_what_can_finish_does_and_the_rest_is_given_back()
    {
        var errands = new Errands(async (claim, _, cancellationToken) =>
        {
            await Task.Delay(claim.Key == "quick" ? TimeSpan.FromMilliseconds(50) : Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return WorkResult.Done;
        });
        await StartAsync(errands);
        await QueueAsync("quick", "slow");
        await errands.UntilBegunAsync(2);

        await _runners[0].StopAsync(Ct);

        var claim = Assert.Single(await _store.ClaimWorkAsync("errand", 9, _clock.GetUtcNow(), _clock.GetUtcNow(), Ct));
        Assert.Equal(("slow", 1), (claim.Key, claim.Attempt));
    }

    [Fact]
    public async Task Work_of_a_kind_that_nobody_knows_waits_and_holds_up_nothing()
    {
        await _store.CommitAsync(new Commit([]) { Work = [new WorkItem("unknown", "x", _clock.GetUtcNow())] }, Ct);
        var errands = new Errands();
        await StartAsync(errands);

        await QueueAsync("a");
        await errands.UntilBegunAsync();

        await UntilAsync(async () => (await _store.ReadBacklogAsync(_clock.GetUtcNow(), Ct)).Select(kind => kind.Kind).SequenceEqual(["unknown"]));
    }

    private static DocumentKind<string> Notes { get; } = new("note", () => StringJson.Default.String);

    private Task<CommitResult> QueueAsync(params string[] keys) =>
        _store.CommitAsync(new Commit([]) { Work = [.. keys.Select(key => new WorkItem("errand", key, _clock.GetUtcNow()))] }, Ct);

    private Task<CommitResult> QueueAsync(string key, TimeSpan after) =>
        _store.CommitAsync(new Commit([]) { Work = [new WorkItem("errand", key, _clock.GetUtcNow() + after)] }, Ct);

    private Task StartAsync(WorkKind kind)
    {
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(_log).SetMinimumLevel(LogLevel.Trace));
        var runner = new WorkRunner([kind], _store, _clock, factory.CreateLogger<WorkRunner>());
        _runners.Add(runner);
        return runner.StartAsync(Ct);
    }

    private async Task<WorkBacklog?> BacklogAsync() => (await _store.ReadBacklogAsync(_clock.GetUtcNow(), Ct)).SingleOrDefault();

    private Task UntilEmptyAsync() => UntilAsync(async () => await BacklogAsync() is null);

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(until) < TimeSpan.FromSeconds(20), "It did not come about.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Ct);
        }
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class StringJson : System.Text.Json.Serialization.JsonSerializerContext;
