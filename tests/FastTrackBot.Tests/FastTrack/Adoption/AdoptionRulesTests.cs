using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Adoption;

namespace FastTrackBot.Tests.FastTrack.Adoption;

public sealed class AdoptionRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Lea = new("lead", "Lea Lead");
    private static readonly Person Wim = new("worker", "Wim Worker");
    private static readonly Engagement Contoso = new("e1", "Contoso", "contoso.com", Phase.Initiate, ["teams", "oneDrive"], Lea, "r1", "FT-1", Start, []);

    private static AdoptionPlan Begun => AdoptionRules.Begin(Contoso, Lea, Start).Plan;

    [Fact]
    public void It_begins_with_preparing_and_the_lists_of_each_service()
    {
        var begun = AdoptionRules.Begin(Contoso, Lea, Start);

        Assert.Equal(AdoptionStage.Prepare, begun.Plan.Stage);
        Assert.Equal(EventKind.AdoptionBegun, Assert.Single(begun.Events).Kind);
        Assert.True(AdoptionRules.Progress(begun.Plan, "teams").All >= 4);
        Assert.True(AdoptionRules.Progress(begun.Plan, workload: null).All >= 4);
        Assert.Equal(0, AdoptionRules.Progress(begun.Plan, "intune").All);
    }

    [Fact]
    public void It_is_led_through_five_stages_and_back_and_remembers_when_each_was_reached()
    {
        var plan = Begun;
        foreach (var day in (int[])[10, 20, 30, 40]) plan = AdoptionRules.Advance(plan, Lea, Start.AddDays(day)).Plan;
        Assert.Equal(AdoptionStage.Sustain, plan.Stage);
        Assert.Empty(AdoptionRules.Advance(plan, Lea, Start.AddDays(50)).Events);

        var back = AdoptionRules.Return(plan, Lea, Start.AddDays(60));
        var again = AdoptionRules.Advance(back.Plan, Lea, Start.AddDays(70)).Plan;

        Assert.Equal((EventKind.AdoptionStageReturned, "Sustain", "Review"), (back.Events[0].Kind, back.Events[0].From, back.Events[0].To));
        Assert.Equal(Enum.GetValues<AdoptionStage>(), again.Way.Select(reached => reached.Stage));
        Assert.Equal(Start.AddDays(40), again.Way[^1].At);
        Assert.Empty(AdoptionRules.Return(Begun, Lea, Start).Events);
    }

    [Fact]
    public void A_press_changes_what_the_person_changed_and_nothing_else()
    {
        var ticked = AdoptionRules.Tick(Begun, new HashSet<string>(), new Dictionary<string, bool> { ["sponsor"] = true, ["goals"] = false, ["nonsense"] = true }, Wim, Start);
        Assert.Equal("sponsor", Assert.Single(ticked.Events).Subject);

        // Somebody else's card is from before the tick, and shows sponsor as open.
        var stale = AdoptionRules.Tick(ticked.Plan, new HashSet<string>(), new Dictionary<string, bool> { ["sponsor"] = false, ["goals"] = true }, Lea, Start);

        Assert.Equal("goals", Assert.Single(stale.Events).Subject);
        Assert.Equal(Wim, stale.Plan.Items.Single(item => item.Id == "sponsor").DoneBy);
        Assert.Equal(EventKind.ItemReopened, Assert.Single(AdoptionRules.Tick(stale.Plan, new HashSet<string> { "goals" }, new Dictionary<string, bool> { ["goals"] = false }, Lea, Start).Events).Kind);
    }

    [Fact]
    public void A_task_is_given_to_somebody_and_moved_and_the_history_has_both()
    {
        var stamp = new EngagementEvent(EventKind.ItemAssigned, Lea, Start);
        var item = Begun.Items[0];

        var change = AdoptionRules.Assign(Begun, item, Wim, item.Due.AddDays(3), stamp);

        Assert.Equal([EventKind.ItemAssigned, EventKind.ItemMoved], change.Events.Select(happened => happened.Kind));
        Assert.Equal((Wim, item.Due.AddDays(3)), (change.Plan.Items[0].Owner, change.Plan.Items[0].Due));
        Assert.Empty(AdoptionRules.Assign(change.Plan, change.Plan.Items[0], Wim, item.Due.AddDays(3), stamp).Events);
    }

    [Fact]
    public void Goals_are_kept_as_they_are_written_up_to_a_length()
    {
        var set = AdoptionRules.SetGoals(Begun, $"  {new string('x', 600)} ", Lea, Start);

        Assert.Equal(AdoptionRules.MaximumGoals, set.Plan.Goals!.Length);
        Assert.Empty(AdoptionRules.SetGoals(set.Plan, set.Plan.Goals, Lea, Start).Events);
        Assert.Null(AdoptionRules.SetGoals(set.Plan, " ", Lea, Start).Plan.Goals);
    }
}
