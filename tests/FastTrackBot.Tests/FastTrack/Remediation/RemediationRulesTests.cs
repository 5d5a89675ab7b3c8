using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Remediation;

namespace FastTrackBot.Tests.FastTrack.Remediation;

public sealed class RemediationRulesTests
{
    private static readonly Person Ana = new("1", "Ana");
    private static readonly Person Ben = new("2", "Ben");
    private static readonly DateTimeOffset Now = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly Finding Blocker = Of("syncStale", "sync", Severity.Blocker);
    private static readonly Finding Advice = Of("dmarcNone", "dmarc", Severity.Advice);
    private static readonly RemediationPlan Empty = new("e", []);
    private static readonly RemediationPlan Planned = RemediationRules.Plan(Empty, [Blocker], Ana, Ana, Now).Plan;

    [Fact]
    public void Blockers_and_warnings_have_to_be_planned_and_advice_has_not()
    {
        var assessment = Assessed(Now, Blocker, Advice);

        Assert.Equal([Blocker], RemediationRules.Unplanned(Empty, assessment));
        Assert.Empty(RemediationRules.Unplanned(Planned, assessment));
        Assert.Empty(RemediationRules.Unplanned(Empty, null));
    }

    [Fact]
    public void The_graver_the_sooner_and_nothing_is_planned_twice()
    {
        var plan = RemediationRules.Plan(Empty, [Blocker, Advice], Ana, Ana, Now);

        Assert.True(plan.Plan.Items[0].Due < plan.Plan.Items[1].Due);
        Assert.Empty(RemediationRules.Plan(plan.Plan, [Blocker], Ben, Ben, Now).Events);
    }

    [Fact]
    public void Fixed_first_then_verified_by_two_people_once_each()
    {
        Assert.Empty(RemediationRules.Verify(Planned, Blocker.Id, Side.Customer, Ana, Now).Events);
        var done = RemediationRules.Fix(Planned, Blocker.Id, Ben, Now).Plan;
        var half = RemediationRules.Verify(done, Blocker.Id, Side.Customer, Ana, Now).Plan;

        Assert.Equal(RemediationState.Fixed, half.Items[0].State);
        Assert.Empty(RemediationRules.Verify(half, Blocker.Id, Side.Customer, Ben, Now).Events);
        Assert.Empty(RemediationRules.Verify(half, Blocker.Id, Side.FastTrack, Ana, Now).Events);
        Assert.Empty(RemediationRules.Verify(half, Blocker.Id, Side.FastTrack, Ben, Now).Plan.Open);
    }

    [Fact]
    public void What_the_tenant_shows_as_fixed_is_fixed_and_not_yet_verified()
    {
        var seen = RemediationRules.Recheck(Planned, Assessed(Now.AddDays(1)));

        Assert.Equal(RemediationState.Fixed, seen.Plan.Items[0].State);
        Assert.Equal(EventKind.RemediationDone, Assert.Single(seen.Events).Kind);
        Assert.Empty(RemediationRules.Recheck(seen.Plan, Assessed(Now.AddDays(1))).Events);
    }

    [Fact]
    public void Whoever_said_it_is_fixed_is_believed_until_the_tenant_says_otherwise()
    {
        var said = RemediationRules.Fix(Planned, Blocker.Id, Ben, Now).Plan;

        Assert.Equal(RemediationState.Fixed, RemediationRules.Recheck(said, Assessed(Now.AddDays(-1), Blocker)).Plan.Items[0].State);
        var later = RemediationRules.Recheck(said, Assessed(Now.AddDays(1), Blocker));
        Assert.Equal(RemediationState.Open, later.Plan.Items[0].State);
        Assert.Equal(EventKind.RemediationReopened, Assert.Single(later.Events).Kind);
    }

    [Fact]
    public void A_check_that_could_not_be_made_and_a_waived_item_change_nothing()
    {
        var unmade = Assessed(Now.AddDays(1)) with { Checks = [new CheckOutcome("sync", CheckState.Failed, Trouble: CheckTrouble.TimedOut)] };
        var waived = RemediationRules.Waive(Planned, Blocker.Id, Ana, Now, "replaced next month").Plan;

        Assert.Empty(RemediationRules.Recheck(Planned, unmade).Events);
        Assert.Empty(RemediationRules.Recheck(waived, Assessed(Now.AddDays(1))).Events);
        Assert.Empty(waived.Open);
        Assert.Equal(RemediationState.Open, RemediationRules.Reopen(waived, Blocker.Id, Ana, Now).Plan.Items[0].State);
    }

    [Fact]
    public void What_is_late_comes_first_then_what_waits_to_be_verified_then_what_is_open_and_what_is_done_last()
    {
        var today = DateOnly.FromDateTime(Now.UtcDateTime);
        var mark = new Mark(Ana, Now);
        RemediationItem Item(string id, int due, Severity severity = Severity.Warning) => new(Of(id, "sync", severity), today.AddDays(due), Ana);
        var plan = new RemediationPlan("e",
        [
            Item("waived", -9) with { Waived = mark }, Item("open", 0), Item("openBlocker", 0, Severity.Blocker), Item("verified", -5) with { ByCustomer = mark, ByFastTrack = mark },
            Item("fixed", 5) with { Fixed = mark }, Item("late", -1), Item("later", -2),
        ]);

        Assert.Equal(["later", "late", "fixed", "openBlocker", "open", "waived", "verified"], RemediationRules.InOrder(plan, today).Select(item => item.Id));
    }

    [Fact]
    public void An_unknown_item_changes_nothing() => Assert.Empty(RemediationRules.Fix(Planned, "nothing", Ana, Now).Events);

    private static Finding Of(string id, string check, Severity severity) => new(id, check, id, severity, "", [], [], new Uri("https://learn.microsoft.com/"));

    private static TenantAssessment Assessed(DateTimeOffset at, params Finding[] findings) => new(
        "run", at, Ana, [new CheckOutcome("sync", CheckState.Done), new CheckOutcome("dmarc", CheckState.Done)], findings, null);
}
