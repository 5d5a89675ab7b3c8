using FastTrackBot.FastTrack;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastTrackBot.Tests.FastTrack.Recording;

/// <summary>What goes wrong around recording: nothing is lost, nothing doubled, and health says how far behind it is and why.</summary>
public sealed class RecordingFaultTests
{
    private const string Item = "noTrials";

    [Fact]
    public async Task Graph_down_for_an_hour_is_caught_up_with_and_meanwhile_people_go_on()
    {
        await using var recording = await RecordingHarness.StartAsync();
        recording.Graph.Fault(new SandboxFault(Status: 503));
        var engagements = Enumerable.Range(0, 3).Select(number => recording.Begin($"Contoso {number}")).ToList();
        var began = recording.Clock.GetUtcNow();
        foreach (var engagement in engagements) await recording.SaveAsync(engagement);

        for (var minute = 0; minute < 60; minute++)
        {
            await recording.WorkAsync();
            if (minute is 10 or 50) await recording.TickAsync(engagements[0].Id, minute == 10 ? Item : "goals", RecordingHarness.Alex);
            recording.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var health = await recording.HealthAsync();
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains($"Behind: 3, the oldest since {began:u}", health.Description!, StringComparison.Ordinal);
        Assert.Contains("503", health.Description!, StringComparison.Ordinal);
        // Pauses grow to five minutes: some twenty attempts each, not sixty.
        Assert.InRange(recording.Graph.Requests.Count, 30, 150);

        recording.Graph.ClearFaults();
        await recording.SettleAsync();

        await AssertInStepAsync(recording, [.. engagements.Select(engagement => engagement.Id)]);
        Assert.Equal(HealthStatus.Healthy, (await recording.HealthAsync()).Status);
    }

    [Theory]
    [InlineData(429, 120)]
    [InlineData(503, 60)]
    public async Task A_pause_that_Graph_asks_for_is_kept(int status, int seconds)
    {
        await using var recording = await RecordingHarness.StartAsync();
        recording.Graph.Fault(new SandboxFault(Status: status, RetryAfter: seconds, Times: 2));
        var engagement = recording.Begin();
        await recording.SaveAsync(engagement);
        await recording.WorkAsync();
        var asked = recording.Graph.Requests.Count;

        recording.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        await recording.TickAsync(engagement.Id, Item, RecordingHarness.Alex);
        await recording.WorkAsync();
        Assert.Equal(asked, recording.Graph.Requests.Count);
        await recording.SettleAsync();

        await AssertInStepAsync(recording, engagement.Id);
    }

    [Theory]
    [InlineData("/planner/tasks", null)]
    [InlineData("/planner/plans", "POST")]
    [InlineData("/planner/buckets", "POST")]
    [InlineData("/sites", "POST")]
    [InlineData("/sites", null)]
    [InlineData("/$batch", null)]
    public async Task Throttled_anywhere_it_is_finished_later(string path, string? method)
    {
        await using var recording = await RecordingHarness.StartAsync();
        recording.Graph.Fault(new SandboxFault(path, Status: 429, RetryAfter: 30, Times: 5, Method: method));
        var engagement = recording.Begin();

        await recording.SaveAsync(engagement);
        await recording.SettleAsync();

        await AssertInStepAsync(recording, engagement.Id);
    }

    [Theory]
    [InlineData("/$batch")]
    [InlineData("/planner/plans")]
    [InlineData("/sites")]
    public async Task No_answer_in_time_is_a_failure_and_what_was_done_all_the_same_is_found(string path)
    {
        await using var recording = await RecordingHarness.StartAsync();
        recording.Graph.Fault(new SandboxFault(path, Hang: true, Times: 1));
        var engagement = recording.Begin();
        await recording.SaveAsync(engagement);

        var working = recording.WorkAsync();
        await recording.Clock.UntilSomeoneWaitsAsync(wait => wait == TimeSpan.FromSeconds(10)).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        while (!working.IsCompleted)
        {
            recording.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await working;
        await recording.SettleAsync();
        await AssertInStepAsync(recording, engagement.Id);
    }

    [Theory]
    [InlineData("/sites")]
    [InlineData("/planner/tasks")]
    public async Task Changed_by_somebody_else_at_the_same_time_it_is_read_again_and_applied_again(string path)
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = recording.Begin();
        await recording.SaveAsync(engagement);
        await recording.WorkAsync();
        recording.Graph.Fault(new SandboxFault(path, Status: 412, Times: 1, Method: "PATCH"));

        await recording.TickAsync(engagement.Id, Item, RecordingHarness.Alex);
        await recording.SettleAsync();

        await AssertInStepAsync(recording, engagement.Id);
        Assert.Equal(100, (await recording.TaskAsync(engagement.Id, Item))["percentComplete"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_deleted_list_is_made_again_with_all_engagements_and_the_history_says_so()
    {
        await using var recording = await RecordingHarness.StartAsync();
        var (one, other) = (recording.Begin("One"), recording.Begin("Other"));
        await recording.SaveAsync(one);
        await recording.SaveAsync(other);
        await recording.WorkAsync();

        recording.Graph.DeleteList(Assert.Single(await recording.ListsAsync())["id"]!.GetValue<string>());
        await recording.TickAsync(one.Id, Item, RecordingHarness.Alex);
        await recording.SettleAsync();

        await AssertInStepAsync(recording, one.Id, other.Id);
        Assert.Contains(await recording.HistoryAsync(one.Id), happened => happened is { Kind: EventKind.RecordMadeAgain, Subject: "list" });
    }

    [Fact]
    public async Task A_deleted_plan_is_made_again_with_its_ticks_and_the_history_says_so()
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = recording.Begin();
        await recording.SaveAsync(engagement);
        await recording.WorkAsync();
        await recording.TickAsync(engagement.Id, Item, RecordingHarness.Alex);
        await recording.WorkAsync();

        recording.Graph.DeletePlan((await recording.PlanAsync(engagement.Id))["id"]!.GetValue<string>());
        await recording.PollAsync();

        await AssertInStepAsync(recording, engagement.Id);
        Assert.Contains(await recording.HistoryAsync(engagement.Id), happened => happened is { Kind: EventKind.RecordMadeAgain, Subject: "plan" });
    }

    [Theory]
    [InlineData("Tasks.ReadWrite.All", "The plan: the app may not use Planner in the group")]
    [InlineData("Sites.Selected", "The list: the app may not use the site")]
    public async Task A_withdrawn_permission_is_named_and_when_it_is_back_all_is_caught_up_with(string permission, string words)
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = recording.Begin();
        await recording.SaveAsync(engagement);
        await recording.WorkAsync();
        recording.Graph.WithdrawPermission(permission);

        await recording.TickAsync(engagement.Id, Item, RecordingHarness.Alex);
        await recording.WorkAsync();

        var health = await recording.HealthAsync();
        Assert.Contains(words, health.Description!, StringComparison.Ordinal);
        Assert.Contains(permission, health.Description!, StringComparison.Ordinal);
        recording.Graph.GrantPermission(permission);
        await recording.SettleAsync();
        await AssertInStepAsync(recording, engagement.Id);
        Assert.Equal(HealthStatus.Healthy, (await recording.HealthAsync()).Status);
    }

    [Fact]
    public async Task Where_it_may_not_make_the_list_it_says_exactly_what_an_administrator_must_make_and_the_plan_is_there()
    {
        await using var recording = await RecordingHarness.StartAsync();
        recording.Graph.SetSiteRole("write");
        var engagement = recording.Begin();
        await recording.SaveAsync(engagement);

        await recording.WorkAsync();

        var words = (await recording.HealthAsync()).Description!;
        Assert.Contains("FastTrack engagements", words, StringComparison.Ordinal);
        Assert.Contains("RecordKey (single line of text, indexed, unique)", words, StringComparison.Ordinal);
        Assert.Contains("NextDue (date)", words, StringComparison.Ordinal);
        Assert.Contains(recording.Log.Lines, line => line.Id == 6201 && line.Text.Contains("RecordKey", StringComparison.Ordinal));
        Assert.Equal(engagement.Checklist.Count, (await recording.TasksAsync(engagement.Id)).Length);
        recording.Graph.SetSiteRole("manage");
        await recording.SettleAsync();
        await AssertInStepAsync(recording, engagement.Id);
    }

    [Fact]
    public async Task A_limit_of_Planner_is_named_and_the_item_is_there()
    {
        await using var recording = await RecordingHarness.StartAsync();
        recording.Graph.SetPlannerLimit("MaximumTasksInProject", 5);
        var engagement = recording.Begin();
        await recording.SaveAsync(engagement);

        await recording.WorkAsync();

        Assert.Contains("a limit of Planner is reached (MaximumTasksInProject)", (await recording.HealthAsync()).Description!, StringComparison.Ordinal);
        Assert.Single(await recording.ItemsAsync());
        recording.Graph.SetPlannerLimit("MaximumTasksInProject", 9000);
        await recording.SettleAsync();
        await AssertInStepAsync(recording, engagement.Id);
    }

    /// <summary>One list; for each engagement one item, one plan, its tasks, once each and ticked as in the bot.</summary>
    internal static async Task AssertInStepAsync(RecordingHarness recording, params string[] ids)
    {
        Assert.Single(await recording.ListsAsync());
        Assert.Equal(ids.Order(), (await recording.ItemsAsync()).Select(item => item["RecordKey"]!.GetValue<string>()).Order());
        Assert.Equal(ids.Length, (await recording.PlansAsync()).Length);
        foreach (var id in ids)
        {
            var engagement = await recording.ReadAsync(id);
            var row = (await recording.ItemsAsync()).Single(item => item["RecordKey"]!.GetValue<string>() == id);
            Assert.Equal(Names.Of(engagement.Phase), row["Phase"]!.GetValue<string>());
            Assert.Equal(engagement.Checklist.Count(item => !item.IsDone), row["OpenItems"]!.GetValue<int>());
            Assert.Equal(engagement.Path.Select(Names.Of).Order(), (await recording.BucketsAsync(id)).Select(bucket => bucket["name"]!.GetValue<string>()).Order());
            Assert.Equal(
                engagement.Checklist.Select(item => (Names.OfItem(item.Id), item.IsDone ? 100 : 0)).Order(),
                (await recording.TasksAsync(id)).Select(task => (task["title"]!.GetValue<string>(), task["percentComplete"]!.GetValue<int>())).Order());
        }
    }
}
