using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Tests.Platform.Storage;

/// <summary>What every store promises of the queue of work.</summary>
public abstract partial class StoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Work_exists_when_the_commit_that_queued_it_does()
    {
        await CommitAsync(Write(Key, 0, "1"));

        await Store.CommitAsync(new Commit([Write(Key, 0, "conflict")]) { Work = [Item("lost")] }, Ct);
        await Store.CommitAsync(new Commit([Write(Key, 1, "2")], Turn("1")) { Work = [Item("kept")] }, Ct);
        await Store.CommitAsync(new Commit([], Turn("1")) { Work = [Item("duplicate")] }, Ct);

        Assert.Equal(["kept"], (await ClaimAsync(Now)).Select(claim => claim.Key));
    }

    [Fact]
    public async Task A_commit_that_queues_work_is_announced_and_no_other_is()
    {
        var announced = 0;
        Store.WorkQueued += () => announced++;

        await CommitAsync(Write(Key, 0, "1"));
        await Store.CommitAsync(new Commit([Write(Key, 0, "conflict")]) { Work = [Item("a")] }, Ct);
        Assert.Equal(0, announced);
        await QueueAsync(Item("a"));

        Assert.Equal(1, announced);
    }

    [Fact]
    public async Task Work_is_claimed_when_it_is_due_longest_overdue_first_and_as_much_as_asked_for()
    {
        await QueueAsync(Item("later", 1), Item("third", -1), Item("first", -3), Item("second", -2), Item("other", -9) with { Kind = "other" });

        Assert.Equal(["first", "second"], (await ClaimAsync(Now, limit: 2)).Select(claim => claim.Key));
        Assert.Equal(["third"], (await ClaimAsync(Now)).Select(claim => claim.Key));
        Assert.Empty(await ClaimAsync(Now));
        Assert.Equal(["later"], (await ClaimAsync(Now.AddMinutes(1))).Select(claim => claim.Key));
    }

    [Theory]
    [InlineData(5, 2, 2)]
    [InlineData(2, 5, 2)]
    public async Task Queued_again_while_it_waits_the_earlier_time_wins(int first, int second, int expected)
    {
        await QueueAsync(Item("a", first));
        await QueueAsync(Item("a", second));

        Assert.Equal(Now.AddMinutes(expected), (await Store.ReadNextWorkAsync(Ct))["kind"]);
        Assert.Empty(await ClaimAsync(Now.AddMinutes(expected).AddTicks(-1)));
        Assert.Equal(Now.AddMinutes(expected), Assert.Single(await ClaimAsync(Now.AddMinutes(expected))).Due);
        Assert.Equal(1, Assert.Single(await Store.ReadBacklogAsync(Now, Ct)).Waiting);
    }

    [Fact]
    public async Task Done_work_is_gone()
    {
        await QueueAsync(Item("a"));

        Assert.Equal(CommitOutcome.Committed, await EndAsync(Assert.Single(await ClaimAsync(Now)), WorkOutcome.Done));

        Assert.Empty(await Store.ReadNextWorkAsync(Ct));
        Assert.Empty(await Store.ReadBacklogAsync(Now, Ct));
    }

    [Fact]
    public async Task Queued_while_it_is_being_done_it_is_done_once_more_after_and_not_beside()
    {
        await QueueAsync(Item("a"));
        var claim = Assert.Single(await ClaimAsync(Now));

        await QueueAsync(Item("a"), Item("a", 3));
        Assert.Empty(await ClaimAsync(Now));
        await EndAsync(claim, WorkOutcome.Done);

        var again = Assert.Single(await ClaimAsync(Now));
        Assert.Equal((1, Now), (again.Attempt, again.Due));
        await EndAsync(again, WorkOutcome.Done);
        Assert.Empty(await Store.ReadNextWorkAsync(Ct));
    }

    [Fact]
    public async Task Its_own_commit_can_queue_it_for_later()
    {
        await QueueAsync(Item("a"));

        await Store.CommitAsync(new Commit([]) { Work = [Item("a", 10)], End = new WorkEnd(Assert.Single(await ClaimAsync(Now)), WorkOutcome.Done, Now) }, Ct);

        Assert.Empty(await ClaimAsync(Now.AddMinutes(9)));
        Assert.Single(await ClaimAsync(Now.AddMinutes(10)));
    }

    [Fact]
    public async Task What_failed_rests_whoever_queues_it_meanwhile()
    {
        await QueueAsync(Item("a"));
        var end = new WorkEnd(Assert.Single(await ClaimAsync(Now)), WorkOutcome.Again, Now, TimeSpan.FromMinutes(7), "Graph is away.");
        await Store.CommitAsync(new Commit([]) { End = end }, Ct);

        await QueueAsync(Item("a", 1));

        Assert.Empty(await ClaimAsync(Now.AddMinutes(7).AddTicks(-1)));
        Assert.Equal(new WorkBacklog("kind", 1, 1, Now, 1, 0, "Graph is away."), Assert.Single(await Store.ReadBacklogAsync(Now, Ct)));
        var second = Assert.Single(await ClaimAsync(Now.AddMinutes(7)));
        Assert.Equal((2, Now), (second.Attempt, second.Due));
    }

    [Fact]
    public async Task What_was_queued_for_later_outlasts_a_failure()
    {
        await QueueAsync(Item("a"));
        var claim = Assert.Single(await ClaimAsync(Now));
        await QueueAsync(Item("a", 60));

        await EndAsync(claim, WorkOutcome.Again);
        await EndAsync(Assert.Single(await ClaimAsync(Now)), WorkOutcome.Done);

        Assert.Equal(Now.AddMinutes(60), (await Store.ReadNextWorkAsync(Ct))["kind"]);
    }

    [Fact]
    public async Task What_was_given_up_rests_until_it_is_queued_anew()
    {
        await QueueAsync(Item("a"));
        await EndAsync(Assert.Single(await ClaimAsync(Now)), WorkOutcome.GivenUp, "No permission.");

        Assert.Empty(await ClaimAsync(Now.AddDays(9)));
        Assert.Empty(await Store.ReadNextWorkAsync(Ct));
        Assert.Equal(new WorkBacklog("kind", 0, 0, null, 0, 1, "No permission."), Assert.Single(await Store.ReadBacklogAsync(Now, Ct)));
        await QueueAsync(Item("a", 5));

        Assert.Equal(new WorkBacklog("kind", 1, 0, null, 0, 0, null), Assert.Single(await Store.ReadBacklogAsync(Now, Ct)));
        Assert.Equal(1, Assert.Single(await ClaimAsync(Now.AddMinutes(5))).Attempt);
    }

    [Fact]
    public async Task What_is_queued_while_it_is_given_up_is_the_remedy()
    {
        await QueueAsync(Item("a"));
        var claim = Assert.Single(await ClaimAsync(Now));
        await QueueAsync(Item("a", 1));

        await EndAsync(claim, WorkOutcome.GivenUp);

        Assert.Single(await ClaimAsync(Now.AddMinutes(1)));
    }

    [Fact]
    public async Task Released_work_can_be_claimed_at_once_and_has_not_failed()
    {
        await QueueAsync(Item("a"));
        await EndAsync(Assert.Single(await ClaimAsync(Now)), WorkOutcome.Released);

        Assert.Equal(0, Assert.Single(await Store.ReadBacklogAsync(Now, Ct)).Failing);
        Assert.Equal(1, Assert.Single(await ClaimAsync(Now)).Attempt);
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_claimed_again_and_the_lost_one_changes_nothing_and_is_told()
    {
        await QueueAsync(Item("a"));
        var lost = Assert.Single(await ClaimAsync(Now));
        Assert.Empty(await ClaimAsync(Now + Lease - TimeSpan.FromTicks(1)));
        var held = Assert.Single(await ClaimAsync(Now + Lease));
        Assert.Equal(2, held.Attempt);

        var result = await Store.CommitAsync(
            new Commit([Write(Key, 0, "late")]) { Work = [Item("late")], End = new WorkEnd(lost, WorkOutcome.Done, Now) }, Ct);

        Assert.Equal(CommitOutcome.LeaseLost, result.Outcome);
        Assert.Null(await Store.ReadAsync(Key, Ct));
        Assert.Equal(1, Assert.Single(await Store.ReadBacklogAsync(Now, Ct)).Waiting);
        Assert.Equal(CommitOutcome.Committed, await EndAsync(held, WorkOutcome.Done));
        Assert.Equal(CommitOutcome.LeaseLost, await EndAsync(held, WorkOutcome.Done));
    }

    [Fact]
    public async Task What_work_saves_and_that_it_is_done_are_one_commit()
    {
        await CommitAsync(Write(Key, 0, "1"));
        await QueueAsync(Item("a"));
        var end = new WorkEnd(Assert.Single(await ClaimAsync(Now)), WorkOutcome.Done, Now);

        Assert.Equal(CommitOutcome.Conflict, (await Store.CommitAsync(new Commit([Write(Key, 0, "conflict")]) { End = end }, Ct)).Outcome);
        Assert.Equal(1, Assert.Single(await Store.ReadBacklogAsync(Now, Ct)).Waiting);
        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(new Commit([Write(Key, 1, "noted")]) { End = end }, Ct)).Outcome);

        Assert.Equal("noted", TextOf((await Store.ReadAsync(Key, Ct))!));
        Assert.Empty(await Store.ReadBacklogAsync(Now, Ct));
    }

    [Fact]
    public async Task Queued_and_claimed_work_outlasts_a_restart()
    {
        await QueueAsync(Item("claimed"), Item("waits", 30));
        await ClaimAsync(Now);

        Close(Store);
        await OpenAgainAsync();

        Assert.Equal(["claimed"], (await ClaimAsync(Now + Lease)).Select(claim => claim.Key));
        Assert.Equal(["waits"], (await ClaimAsync(Now.AddMinutes(30))).Where(claim => claim.Key == "waits").Select(claim => claim.Key));
    }

    [Fact]
    public async Task The_backlog_tells_of_each_kind_how_much_waits_since_when_and_why()
    {
        await QueueAsync(Item("a", -5), Item("b", -9), Item("c", 5), Item("x", 1) with { Kind = "other" });
        foreach (var claim in await ClaimAsync(Now))
        {
            var end = new WorkEnd(claim, WorkOutcome.Again, claim.Key == "b" ? Now.AddSeconds(9) : Now, TimeSpan.FromMinutes(1), $"{claim.Key} failed.");
            await Store.CommitAsync(new Commit([]) { End = end }, Ct);
        }

        Assert.Equal(
            [new WorkBacklog("kind", 3, 2, Now.AddMinutes(-9), 2, 0, "b failed."), new WorkBacklog("other", 1, 0, null, 0, 0, null)],
            await Store.ReadBacklogAsync(Now, Ct));
    }

    [Fact]
    public async Task Of_a_thousand_pieces_eight_claimers_do_each_once()
    {
        await Store.CommitAsync(new Commit([]) { Work = [.. Enumerable.Range(0, 1000).Select(number => Item($"{number:D4}"))] }, Ct);
        var done = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 8), Ct, async (_, _) =>
        {
            while (await ClaimAsync(Now, limit: 7) is { Count: > 0 } claims)
            {
                foreach (var claim in claims)
                {
                    done.Add(claim.Key);
                    Assert.Equal(CommitOutcome.Committed, await EndAsync(claim, WorkOutcome.Done));
                }
            }
        });

        Assert.Equal(Enumerable.Range(0, 1000).Select(number => $"{number:D4}"), done.Order(StringComparer.Ordinal));
    }

    private static WorkItem Item(string key, int minutes = 0) => new("kind", key, Now.AddMinutes(minutes));

    private async Task QueueAsync(params WorkItem[] items) =>
        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(new Commit([]) { Work = items }, Ct)).Outcome);

    private Task<IReadOnlyList<WorkClaim>> ClaimAsync(DateTimeOffset now, int limit = 100) => Store.ClaimWorkAsync("kind", limit, now, now + Lease, Ct);

    private async Task<CommitOutcome> EndAsync(WorkClaim claim, WorkOutcome outcome, string? reason = null) =>
        (await Store.CommitAsync(new Commit([]) { End = new WorkEnd(claim, outcome, Now, Reason: reason) }, Ct)).Outcome;
}
