using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Recording;

namespace FastTrackBot.Tests.FastTrack.Recording;

public sealed class RecordRulesTests
{
    private static readonly DateOnly Day = new(2027, 3, 1);
    private static readonly Person Ana = new("a1", "Ana");

    private static readonly Engagement Engagement = new(
        "0123456789abcdef", "Contoso", "contoso.com", Phase.Validation, ["exchangeOnline", "teams"], Ana, "r", "FT-1", DateTimeOffset.UnixEpoch,
        [new("noTrials", Day.AddDays(2)), new("goals", Day, Ana), new("supportPlan", Day.AddDays(1))]);

    [Fact]
    public void A_row_says_where_the_engagement_stands()
    {
        var fields = RecordRules.Fields(Engagement, 320, Day);

        Assert.Equal(("0123456789abcdef", "Contoso", "Ana", "a1", 320), (fields.RecordKey, fields.Title, fields.Owner, fields.OwnerId, fields.Seats!.Value));
        Assert.Equal(("On track", 2, Day.AddDays(1)), (fields.Health, fields.OpenItems, fields.NextDue!.Value));
        Assert.Equal($"{Names.OfWorkload("exchangeOnline")}, {Names.OfWorkload("teams")}", fields.Workloads);
    }

    [Theory]
    [InlineData(Verdict.Likely, false, "Likely")]
    [InlineData(Verdict.NotYet, false, "Not yet")]
    [InlineData(Verdict.Likely, true, null)]
    [InlineData(null, false, null)]
    public void A_verdict_is_about_the_owners_own_organisation(Verdict? verdict, bool elsewhere, string? words) =>
        Assert.Equal(words, RecordRules.Fields(Engagement with { IsElsewhere = elsewhere }, 320, Day, verdict).Eligibility);

    [Fact]
    public void Health_is_the_gravest_of_what_is_so()
    {
        Assert.Equal("Late", RecordRules.Fields(Engagement, null, Day.AddDays(2)).Health);
        var blocked = Engagement with { Checklist = [.. Engagement.Checklist, new("meetingTimes", Day.AddDays(9)) { Blocked = "No room." }] };
        Assert.Equal("Blocked", RecordRules.Fields(blocked, null, Day.AddDays(2)).Health);
        var closed = RecordRules.Fields(blocked with { ClosedAt = DateTimeOffset.UnixEpoch }, null, Day);
        Assert.Equal(("Closed", null), (closed.Health, closed.NextDue));
    }

    [Fact]
    public void The_title_of_a_plan_ends_with_its_mark_however_long_the_name_is()
    {
        var title = RecordRules.PlanTitle(Engagement with { Organisation = new string('x', 400) });

        Assert.EndsWith(RecordRules.Mark(Engagement), title, StringComparison.Ordinal);
        Assert.Equal(255, title.Length);
        Assert.Equal("FastTrack: Contoso (0123456789ab)", RecordRules.PlanTitle(Engagement));
    }

    [Fact]
    public void Each_item_is_a_task_with_its_name_and_owner_done_or_set_aside()
    {
        var owned = Engagement with { Checklist = [new("noTrials", Day, Ana) { Owner = Ana }, new ChecklistItem("goals", Day).SetAside(new Mark(Ana, default, "Known"))] };

        Assert.Equal(
            [new PlannedTask("noTrials", Phase.Validation, Names.OfItem("noTrials"), Day, "a1", Done: true), new PlannedTask("goals", Phase.Validation, Names.OfItem("goals"), Day, null, Done: true)], RecordRules.Tasks(owned));
    }
}
