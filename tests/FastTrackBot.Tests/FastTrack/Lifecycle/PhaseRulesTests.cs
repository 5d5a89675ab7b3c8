using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Lifecycle;

namespace FastTrackBot.Tests.FastTrack.Lifecycle;

public sealed class PhaseRulesTests
{
    private static readonly Person Ana = new("1", "Ana");
    private static readonly DateTimeOffset Now = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);

    private static readonly Engagement Engagement = new(
        "e", "Contoso", "contoso.com", Phase.Validation, ["exchangeOnline"], Ana, "r", "FT-1", DateTimeOffset.UnixEpoch,
        [new("goals", new DateOnly(2027, 3, 1), Ana)])
    {
        Path = [Phase.Validation, Phase.Assignment, Phase.Enable],
    };

    [Fact]
    public void The_next_phase_brings_its_checklist_and_keeps_the_old_one()
    {
        var change = PhaseRules.Advance(Engagement, Ana, Now);

        Assert.Equal(Phase.Assignment, change.Engagement.Phase);
        Assert.Equal(Now, change.Engagement.PhaseSince);
        Assert.Equal("goals", change.Engagement.Checklist[0].Id);
        Assert.Equal(Checklists.For(Phase.Assignment, [], new DateOnly(2027, 2, 3)), change.Engagement.Current);
        Assert.Equal([new EngagementEvent(EventKind.PhaseReached, Ana, Now, From: "Validation", To: "Assignment")], change.Events);
    }

    [Fact]
    public void A_phase_that_is_entered_again_gets_no_item_twice()
    {
        var there = PhaseRules.Advance(Engagement, Ana, Now).Engagement;
        var back = PhaseRules.Return(there, Ana, Now, "wrong tenant");

        Assert.Equal("wrong tenant", Assert.Single(back.Events).Why);
        Assert.Equal(there.Checklist, PhaseRules.Advance(back.Engagement, Ana, Now).Engagement.Checklist);
    }

    [Fact]
    public void Phases_that_do_not_apply_are_passed_over_and_the_ends_are_ends()
    {
        var assigned = PhaseRules.Advance(Engagement, Ana, Now).Engagement;
        var enabled = PhaseRules.Advance(assigned, Ana, Now, "in a hurry");

        Assert.Equal(Phase.Enable, enabled.Engagement.Phase);
        Assert.Equal(EventKind.PhaseForced, Assert.Single(enabled.Events).Kind);
        Assert.Empty(PhaseRules.Advance(enabled.Engagement, Ana, Now).Events);
        Assert.Null(PhaseRules.Next(enabled.Engagement));
        Assert.Null(PhaseRules.Before(Engagement));
        Assert.Empty(PhaseRules.Return(Engagement, Ana, Now, "why").Events);
    }

    [Fact]
    public void A_service_waits_for_the_core_and_the_last_tick_of_the_core_lets_it_through()
    {
        var items = Checklists.For(Phase.Enable, ["exchangeOnline"], new DateOnly(2027, 3, 1));
        var enabling = Engagement with { Phase = Phase.Enable, Checklist = items };
        var service = items.First(item => Checklists.Find(item.Id)!.Workload is not null).Id;
        var core = items.Where(item => Checklists.Find(item.Id) is { Workload: null, Required: true }).Select(item => item.Id).ToList();

        var alone = ChecklistRules.Tick(enabling, new HashSet<string>(), new Dictionary<string, bool> { [service] = true }, Ana, Now);
        var together = ChecklistRules.Tick(enabling, new HashSet<string>(), core.Append(service).ToDictionary(id => id, _ => true), Ana, Now);

        Assert.Empty(alone.Events);
        Assert.True(together.Engagement.Checklist.Single(item => item.Id == service).IsDone);
    }
}
