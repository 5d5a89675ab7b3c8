using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Enablement;

namespace FastTrackBot.Tests.FastTrack.Enablement;

public sealed class EnablementRulesTests
{
    private static readonly Engagement Engagement = new(
        "e", "Contoso", "contoso.com", Phase.Enable, ["exchangeOnline"], new Person("1", "Ana"), "r", "FT-1", DateTimeOffset.UnixEpoch,
        Checklists.For(Phase.Enable, ["exchangeOnline"], new DateOnly(2027, 3, 1)));

    [Theory]
    [InlineData(300, 29, false)]
    [InlineData(300, 30, true)]
    [InlineData(999, 99, false)]
    [InlineData(999, 100, true)]
    [InlineData(5000, 99, false)]
    [InlineData(5000, 100, true)]
    [InlineData(300, null, false)]
    public void Enough_people_are_a_hundred_or_a_tenth_of_a_small_tenant(int seats, int? active, bool complete) =>
        Assert.Equal(complete, EnablementRules.IsComplete(Engagement with { Seats = seats }, new EnablementFacts(default, ActiveUsers: active)));

    [Fact]
    public void Where_nobody_knows_the_seats_the_report_of_licences_does() =>
        Assert.Equal(20, EnablementRules.UsersNeeded(Engagement, new EnablementFacts(default, Bought: 200)));

    [Fact]
    public void A_service_is_ready_when_its_required_tasks_are_done()
    {
        var all = Engagement with { Checklist = [.. Engagement.Checklist.Select(item => item.Done(Engagement.Owner, default))] };

        Assert.False(Assert.Single(EnablementRules.Services(Engagement)).IsReady);
        Assert.True(Assert.Single(EnablementRules.Services(all)).IsReady);
        Assert.False(Assert.Single(EnablementRules.Services(Engagement with { Checklist = [] })).IsReady);
    }

    [Fact]
    public void The_best_day_counts_and_a_report_without_days_says_nothing()
    {
        Assert.Equal((7, new DateOnly(2027, 3, 2)), EnablementRules.BestDay([(new(2027, 3, 1), 7), (new(2027, 3, 2), 2)]));
        Assert.Null(EnablementRules.BestDay([]));
    }
}
