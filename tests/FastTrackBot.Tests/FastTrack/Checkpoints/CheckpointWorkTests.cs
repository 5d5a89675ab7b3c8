using FastTrackBot.FastTrack;
using FastTrackBot.Sandbox;
using FastTrackBot.Tests.FastTrack.Recording;

namespace FastTrackBot.Tests.FastTrack.Checkpoints;

/// <summary>Bot and calendar in step: whatever Graph does, whenever the process dies, each checkpoint is one event, where it should be.</summary>
public sealed class CheckpointWorkTests(ITestOutputHelper output)
{
    private const string Mailbox = "/users/" + SandboxPeople.Admin;

    [Fact]
    public async Task Killed_at_any_step_nothing_is_lost_and_nothing_is_doubled()
    {
        var whole = new Life();
        await LiveAsync(whole);
        var random = new Random(20260302);
        var deaths = 0;
        for (var run = 1; run <= whole.Steps + 30; run++)
        {
            int[] plan = run <= whole.Steps ? [run] : [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => random.Next(1, whole.Steps))];
            var life = new Life(plan);
            try
            {
                await LiveAsync(life);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Killed at {string.Join(", ", plan)} of {whole.Steps} steps.", exception);
            }

            deaths += life.Deaths;
        }

        output.WriteLine($"{whole.Steps} steps, {whole.Steps + 30} runs, {deaths} deaths");
        Assert.True(deaths >= whole.Steps, $"Only {deaths} deaths.");
    }

    [Theory]
    [InlineData(429, "POST", Mailbox + "/events")]
    [InlineData(503, "POST", Mailbox + "/events")]
    [InlineData(429, "GET", Mailbox + "/calendarView")]
    [InlineData(503, "GET", Mailbox)]
    [InlineData(412, "PATCH", Mailbox + "/events")]
    [InlineData(429, "PATCH", Mailbox + "/events")]
    [InlineData(503, "POST", Mailbox + "/events/")]
    public async Task What_Graph_refuses_for_now_is_done_later(int status, string method, string path)
    {
        await using var harness = await CheckpointHarness.StartAsync();
        harness.Graph.Fault(new SandboxFault(path, Status: status, RetryAfter: status == 412 ? null : 30, Times: 3, Method: method));

        await harness.PlanAsync(3);
        await harness.SettleAsync();
        await harness.MoveAsync(0, new DateTime(2026, 3, 4, 11, 0, 0));
        await harness.CancelAsync(2);
        await harness.SettleAsync();

        await AssertInStepAsync(harness);
        Assert.Equal(2, harness.Graph.Events.Count);
    }

    [Fact]
    public async Task A_meeting_moved_far_away_in_Outlook_is_found_by_its_id()
    {
        await using var harness = await CheckpointHarness.StartAsync();
        await harness.PlanAsync(1);
        await harness.SettleAsync();

        harness.Graph.MoveEvent(harness.Graph.Events[0]["id"]!.GetValue<string>(), new DateTimeOffset(2026, 6, 2, 12, 0, 0, TimeSpan.Zero));
        await harness.PollAsync();

        Assert.Equal(new DateTime(2026, 6, 2, 14, 0, 0), (await harness.AllAsync())[0].LocalStart);
        Assert.Equal("outlook", (await harness.HistoryAsync())[^1].Through);
        Assert.Equal(new DateTimeOffset(2026, 6, 2, 12, 0, 0, TimeSpan.Zero), (await harness.EngagementAsync()).NextCheckpoint);
    }

    /// <summary>Others whom somebody asked to come, in Outlook, keep their invitation.</summary>
    [Fact]
    public async Task Invitations_follow_the_team_and_a_new_plan()
    {
        await using var harness = await CheckpointHarness.StartAsync();
        await harness.PlanAsync(1, people: [CheckpointHarness.Alex]);
        await harness.SettleAsync();
        Assert.Empty(Invited(harness));
        harness.Graph.InviteToEvent(harness.Graph.Events[0]["id"]!.GetValue<string>(), "guest@fabrikam.com");

        await harness.PlanAsync(1);
        await harness.SettleAsync();
        Assert.Equal(["guest@fabrikam.com", "meganb@contoso.example"], Invited(harness));

        await harness.SetTeamAsync();
        await harness.SettleAsync();
        Assert.Equal(["guest@fabrikam.com"], Invited(harness));
        Assert.Equal([CheckpointHarness.Alex], (await harness.AllAsync())[0].Attendees);
    }

    private static List<string> Invited(CheckpointHarness harness) =>
        [.. harness.Graph.Events[0]["attendees"]!.AsArray().Select(attendee => attendee!["emailAddress"]!["address"]!.GetValue<string>().ToLowerInvariant()).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Moved_on_both_sides_the_bot_counts()
    {
        await using var harness = await CheckpointHarness.StartAsync();
        await harness.PlanAsync(1);
        await harness.SettleAsync();

        harness.Graph.MoveEvent(harness.Graph.Events[0]["id"]!.GetValue<string>(), new DateTimeOffset(2026, 3, 6, 12, 0, 0, TimeSpan.Zero));
        await harness.MoveAsync(0, new DateTime(2026, 3, 5, 9, 0, 0));
        await harness.SettleAsync();

        await AssertInStepAsync(harness);
        Assert.Equal(new DateTime(2026, 3, 5, 9, 0, 0), (await harness.AllAsync())[0].LocalStart);
    }

    [Fact]
    public async Task A_permission_that_is_withdrawn_keeps_nobody_from_planning_and_is_caught_up_with()
    {
        await using var harness = await CheckpointHarness.StartAsync();
        await harness.PlanAsync(2);
        await harness.SettleAsync();
        harness.Graph.WithdrawPermission("Calendars.ReadWrite");
        await harness.MoveAsync(0, new DateTime(2026, 3, 4, 11, 0, 0));
        await harness.WorkAsync();

        Assert.Contains("Grant Calendars.ReadWrite", (await harness.BacklogAsync())!.LastReason!, StringComparison.Ordinal);
        Assert.Equal(CheckpointState.Moved, (await harness.AllAsync())[0].State);

        harness.Graph.GrantPermission("Calendars.ReadWrite");
        await harness.SettleAsync();
        await AssertInStepAsync(harness);
    }

    [Fact]
    public async Task A_closed_engagement_needs_no_more_meetings()
    {
        await using var harness = await CheckpointHarness.StartAsync();
        await harness.PlanAsync(3);
        await harness.SettleAsync();

        await harness.CloseAsync();
        await harness.SettleAsync();

        Assert.Empty(harness.Graph.Events);
        Assert.All(await harness.AllAsync(), one => Assert.Equal(CheckpointState.Cancelled, one.State));
    }

    [Fact]
    public async Task A_look_at_what_has_not_changed_writes_nothing()
    {
        await using var harness = await CheckpointHarness.StartAsync();
        await harness.PlanAsync(3);
        await harness.SettleAsync();
        var (asked, history) = (harness.Graph.Requests.Count, (await harness.HistoryAsync()).Count);

        await harness.PollAsync();

        Assert.Equal("GET", Assert.Single(harness.Graph.Requests.Skip(asked)).Method);
        Assert.Equal(history, (await harness.HistoryAsync()).Count);
    }

    private static async Task LiveAsync(Life life)
    {
        await using var harness = await CheckpointHarness.StartAsync(life);
        await harness.PlanAsync(3);
        await harness.SettleAsync();
        await harness.MoveAsync(0, new DateTime(2026, 3, 4, 11, 0, 0));
        await harness.CancelAsync(1);
        await harness.SettleAsync();
        var third = harness.Graph.Events.Single(one => one["start"]!["dateTime"]!.GetValue<string>().StartsWith("2026-03-17", StringComparison.Ordinal));
        harness.Graph.MoveEvent(third["id"]!.GetValue<string>(), new DateTimeOffset(2026, 3, 18, 9, 0, 0, TimeSpan.Zero));
        await harness.PollAsync();

        await AssertInStepAsync(harness);
        Assert.Equal(2, harness.Graph.Events.Count);
        Assert.Equal(new DateTime(2026, 3, 18, 10, 0, 0), (await harness.AllAsync())[^1].LocalStart);
        Assert.Equal(
            [EventKind.CheckpointsPlanned, EventKind.CheckpointMoved, EventKind.CheckpointCancelled, EventKind.CheckpointMoved],
            (await harness.HistoryAsync()).Skip(1).Select(happened => happened.Kind));
    }

    /// <summary>What is ahead stands in the calendar once, at its time; what is not does not.</summary>
    private static async Task AssertInStepAsync(CheckpointHarness harness)
    {
        var ahead = (await harness.AllAsync()).Where(one => one.IsAhead).ToList();
        Assert.Equal(
            ahead.Select(one => $"{one.Calendar?.EventId} {one.Start:yyyy-MM-dd'T'HH:mm}").Order(StringComparer.Ordinal),
            harness.Graph.Events.Select(one => $"{one["id"]} {one["start"]!["dateTime"]!.GetValue<string>()[..16]}").Order(StringComparer.Ordinal));
    }
}
