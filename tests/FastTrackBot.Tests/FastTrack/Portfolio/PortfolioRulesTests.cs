using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Portfolio;

namespace FastTrackBot.Tests.FastTrack.Portfolio;

public sealed class PortfolioRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 16);
    private static readonly DateTimeOffset Began = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Alex = new("a", "Alex");

    [Fact]
    public void Health_is_the_worst_that_is_the_case()
    {
        var onTrack = Begun(new ChecklistItem("goals", Today));
        var late = Begun(new ChecklistItem("goals", Today.AddDays(-1)));
        var blocked = Begun(new ChecklistItem("goals", Today.AddDays(-1)) { Blocked = "on leave" });

        Assert.Equal(
            [EngagementHealth.OnTrack, EngagementHealth.Late, EngagementHealth.Blocked, EngagementHealth.Closed],
            new[] { onTrack, late, blocked, blocked with { ClosedAt = Began } }.Select(engagement => PortfolioRules.HealthOf(engagement, Today)));
    }

    [Fact]
    public void A_filter_takes_what_fits_in_every_respect()
    {
        var late = Begun(new ChecklistItem("goals", Today.AddDays(-1)));

        Assert.True(PortfolioRules.Fits(late, new PortfolioFilter(), Today));
        Assert.True(PortfolioRules.Fits(late, new PortfolioFilter(Phase.Validation, "request", EngagementHealth.Late, true), Today));
        Assert.False(PortfolioRules.Fits(late, new PortfolioFilter(Phase.Assess), Today));
        Assert.False(PortfolioRules.Fits(late, new PortfolioFilter(Motion: "targeting"), Today));
        Assert.False(PortfolioRules.Fits(late, new PortfolioFilter(Health: EngagementHealth.OnTrack), Today));
        Assert.False(PortfolioRules.Fits(Begun(new ChecklistItem("goals", Today)), new PortfolioFilter(OverdueOnly: true), Today));
    }

    [Fact]
    public void What_stood_open_on_a_day_is_what_had_begun_and_was_not_done()
    {
        var engagement = Begun(
            new ChecklistItem("goals", Today).Done(Alex, Began.AddDays(3)),
            new ChecklistItem("noTrials", Today),
            new ChecklistItem("supportPlan", Today, Phase: Phase.Assignment));
        EngagementEvent[] history = [new(EventKind.PhaseReached, Alex, Began.AddDays(7), To: "Assignment")];

        Assert.Equal([0, 2, 1, 2], new[] { -1, 1, 5, 8 }.Select(day => PortfolioRules.OpenAt(engagement, history, Began.AddDays(day))));
        Assert.Equal(0, PortfolioRules.OpenAt(engagement with { ClosedAt = Began.AddDays(8) }, history, Began.AddDays(9)));
    }

    [Fact]
    public void A_report_names_what_is_next_and_what_is_asked_of_whom()
    {
        var engagement = Begun(
            new ChecklistItem("goals", Today.AddDays(2)),
            new ChecklistItem("noTrials", Today.AddDays(1)) { Blocked = "waiting for the reseller" },
            new ChecklistItem("contactKnows", Today).Done(Alex, Began));

        var report = ReportRules.Of(engagement, null, Today);

        Assert.Equal(("goals", "Alex"), (report.Next!.Item.Id, report.Next.Owner.Name));
        Assert.Equal("noTrials", Assert.Single(report.Blocked).Id);
        Assert.Equal((1, 3), (report.Progress.Sum(one => one.Done), report.Progress.Sum(one => one.Total)));
    }

    private static Engagement Begun(params ChecklistItem[] items) => new("e", "Contoso", "contoso.com", Phase.Validation, [], Alex, "r", "FT-1", Began, items);
}
