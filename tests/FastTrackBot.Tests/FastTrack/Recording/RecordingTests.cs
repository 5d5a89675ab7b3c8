using System.Text.Json.Nodes;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Lifecycle;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.FastTrack.Recording;

/// <summary>What of an engagement stands in SharePoint and Planner, and comes back from there.</summary>
public sealed class RecordingTests
{
    private const string Item = "noTrials";

    [Fact]
    public async Task A_new_engagement_has_an_item_a_plan_a_bucket_for_each_phase_and_a_task_for_each_item()
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = recording.Begin();

        await recording.SaveAsync(engagement);
        await recording.WorkAsync();

        var row = Assert.Single(await recording.ItemsAsync());
        Assert.Equal((engagement.Id, "Contoso", "Validation", SandboxPeople.Admin), (Text(row, "RecordKey"), Text(row, "Title"), Text(row, "Phase"), Text(row, "OwnerId")));
        Assert.Equal("FastTrack engagements", Text(Assert.Single(await recording.ListsAsync()), "displayName"));
        Assert.Equal(["Assignment", "Validation"], (await recording.BucketsAsync(engagement.Id)).Select(bucket => Text(bucket, "name")).Order());
        var tasks = await recording.TasksAsync(engagement.Id);
        Assert.Equal(engagement.Checklist.Select(item => Names.OfItem(item.Id)).Order(), tasks.Select(task => Text(task, "title")).Order());
        Assert.All(tasks, task => Assert.Equal(0, Percent(task)));
        Assert.Equal("2026-03-05", Text(await recording.TaskAsync(engagement.Id, Item), "dueDateTime")[..10]);
    }

    [Fact]
    public async Task Many_changes_become_one_recording_and_nothing_new_costs_no_write()
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = recording.Begin();
        await recording.SaveAsync(engagement);
        await recording.TickAsync(engagement.Id, Item, RecordingHarness.Alex);
        await recording.TickAsync(engagement.Id, "goals", RecordingHarness.Alex);

        await recording.WorkAsync();

        // The list is made; the item, the plan, two buckets; the tasks in one batch.
        Assert.Equal(6, recording.Graph.Requests.Count(request => request.Method is "POST"));
        Assert.DoesNotContain(recording.Graph.Requests, request => request.Method is "PATCH");
        Assert.Equal(2, (await recording.TasksAsync(engagement.Id)).Count(task => Percent(task) == 100));
        var before = Writes(recording);
        await recording.PollAsync();
        Assert.Equal(before, Writes(recording));
    }

    [Fact]
    public async Task Ticked_in_the_bot_is_ticked_in_Planner_and_reopened_likewise()
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = await BeginAsync(recording);

        await recording.TickAsync(engagement.Id, Item, RecordingHarness.Alex);
        await recording.WorkAsync();
        Assert.Equal(100, Percent(await recording.TaskAsync(engagement.Id, Item)));
        Assert.Equal(engagement.Checklist.Count - 1, Assert.Single(await recording.ItemsAsync())["OpenItems"]!.GetValue<int>());
        // The bot's own tick comes back as nobody's word.
        await recording.PollAsync();
        await recording.TickAsync(engagement.Id, Item, null);
        await recording.WorkAsync();

        Assert.Equal(0, Percent(await recording.TaskAsync(engagement.Id, Item)));
        Assert.DoesNotContain(await recording.HistoryAsync(engagement.Id), happened => happened.Through is not null);
    }

    [Fact]
    public async Task What_is_set_aside_in_the_bot_is_complete_in_Planner_and_nobodys_tick()
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = await recording.ReadAsync((await BeginAsync(recording)).Id);
        var change = ItemRules.SetAside(
            engagement, engagement.Checklist.Single(item => item.Id == Item), RecordingHarness.Alex, recording.Clock.GetUtcNow(), "There are no trials");

        await recording.SaveAsync(change.Engagement, change.Events[0]);
        await recording.WorkAsync();
        await recording.PollAsync();

        Assert.Equal(100, Percent(await recording.TaskAsync(engagement.Id, Item)));
        var item = (await recording.ReadAsync(engagement.Id)).Checklist.Single(item => item.Id == Item);
        Assert.Equal(("There are no trials", null), (item.NotNeeded?.Why, item.DoneBy));
    }

    [Fact]
    public async Task Ticked_in_Planner_is_ticked_in_the_bot_by_that_person_and_stands_in_the_history()
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = await BeginAsync(recording);

        await recording.TickInPlannerAsync(engagement.Id, Item, SandboxPeople.ProjectMember);
        await recording.PollAsync();

        var item = (await recording.ReadAsync(engagement.Id)).Checklist.Single(item => item.Id == Item);
        Assert.Equal(new Person(SandboxPeople.ProjectMember, "Megan Bowen"), item.DoneBy);
        var happened = Assert.Single(await recording.HistoryAsync(engagement.Id), happened => happened.Kind == EventKind.ItemDone);
        Assert.Equal((Item, "planner", "Megan Bowen"), (happened.Subject, happened.Through, happened.By.Name));
        Assert.Equal(engagement.Checklist.Count - 1, Assert.Single(await recording.ItemsAsync())["OpenItems"]!.GetValue<int>());
        await recording.PollAsync();
        Assert.Single(await recording.HistoryAsync(engagement.Id), happened => happened.Kind == EventKind.ItemDone);
    }

    [Fact]
    public async Task Reopened_in_Planner_is_reopened_in_the_bot()
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = await BeginAsync(recording);
        await recording.TickAsync(engagement.Id, Item, RecordingHarness.Alex);
        await recording.WorkAsync();
        await recording.PollAsync();

        await recording.ReopenInPlannerAsync(engagement.Id, Item);
        await recording.PollAsync();

        Assert.False((await recording.ReadAsync(engagement.Id)).Checklist.Single(item => item.Id == Item).IsDone);
        var happened = Assert.Single(await recording.HistoryAsync(engagement.Id), happened => happened.Kind == EventKind.ItemReopened);
        Assert.Equal(("Somebody in Planner", "planner"), (happened.By.Name, happened.Through));
    }

    [Fact]
    public async Task Ticked_on_both_sides_both_stand_in_the_history_and_the_newer_at_the_item()
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = await BeginAsync(recording);

        // The tenant's clock is ahead of the test's: what is done in Planner is the newer.
        await recording.TickInPlannerAsync(engagement.Id, Item, SandboxPeople.ProjectMember);
        await recording.TickAsync(engagement.Id, Item, RecordingHarness.Alex);
        await recording.WorkAsync();

        Assert.Equal("Megan Bowen", (await recording.ReadAsync(engagement.Id)).Checklist.Single(item => item.Id == Item).DoneBy!.Name);
        Assert.Equal(
            [("Alex Wilber", null), ("Megan Bowen", "planner")],
            (await recording.HistoryAsync(engagement.Id)).Where(happened => happened.Kind == EventKind.ItemDone).Select(happened => (happened.By.Name, happened.Through)));
    }

    [Fact]
    public async Task A_new_owner_and_date_reach_Planner_and_what_a_person_set_there_stays()
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = await BeginAsync(recording);

        await recording.SaveAsync((await recording.ReadAsync(engagement.Id)) with
        {
            Checklist = [.. engagement.Checklist.Select(item => item.Id == Item ? item with { Owner = RecordingHarness.Alex, Due = new DateOnly(2026, 4, 1) } : item)],
        });
        await recording.WorkAsync();

        var task = await recording.TaskAsync(engagement.Id, Item);
        Assert.Equal("2026-04-01", Text(task, "dueDateTime")[..10]);
        Assert.Equal([SandboxPeople.Admin], task["assignments"]!.AsObject().Select(assignment => assignment.Key));
    }

    [Fact]
    public async Task A_phase_that_begins_brings_its_tasks()
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = await BeginAsync(recording);
        var later = Checklists.For(Phase.Assignment, [], new DateOnly(2026, 3, 9)).Select(item => item with { Phase = Phase.Assignment });

        await recording.SaveAsync((await recording.ReadAsync(engagement.Id)) with { Phase = Phase.Assignment, Checklist = [.. engagement.Checklist, .. later] });
        await recording.WorkAsync();

        Assert.Equal(engagement.Checklist.Count + later.Count(), (await recording.TasksAsync(engagement.Id)).Length);
        Assert.Equal("Assignment", Text(Assert.Single(await recording.ItemsAsync()), "Phase"));
    }

    [Fact]
    public async Task The_plan_of_a_closed_engagement_is_looked_at_no_more()
    {
        await using var recording = await RecordingHarness.StartAsync();
        var engagement = await BeginAsync(recording);

        await recording.SaveAsync((await recording.ReadAsync(engagement.Id)) with { ClosedAt = recording.Clock.GetUtcNow() });
        await recording.WorkAsync();
        await recording.PollAsync();

        Assert.Null(await recording.BacklogAsync());
        Assert.Equal("Closed", Text(Assert.Single(await recording.ItemsAsync()), "Health"));
    }

    [Theory]
    [InlineData("Recording:Enabled", "false", "Off, as Recording:Enabled is false.")]
    [InlineData("Recording:SiteUrl", "", "neither Recording:SiteUrl nor Recording:GroupId is set")]
    public async Task Where_it_is_off_health_says_so_and_nothing_is_asked_of_Graph(string setting, string value, string words)
    {
        await using var recording = await RecordingHarness.StartAsync(null, null, (setting, value), ("Recording:GroupId", ""));
        await recording.SaveAsync(recording.Begin());

        await recording.WorkAsync();

        Assert.Contains(words, (await recording.HealthAsync()).Description!, StringComparison.Ordinal);
        Assert.Empty(recording.Graph.Requests);
        Assert.Null(await recording.BacklogAsync());
    }

    private static async Task<Engagement> BeginAsync(RecordingHarness recording)
    {
        var engagement = recording.Begin();
        await recording.SaveAsync(engagement);
        await recording.WorkAsync();
        return await recording.ReadAsync(engagement.Id);
    }

    private static int Writes(RecordingHarness recording) => recording.Graph.Requests.Count(request => request.Method is not "GET");

    private static string Text(JsonObject row, string column) => row[column]!.GetValue<string>();

    private static int Percent(JsonObject task) => task["percentComplete"]!.GetValue<int>();
}
