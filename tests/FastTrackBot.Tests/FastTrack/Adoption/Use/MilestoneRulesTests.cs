using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Adoption.Use;

namespace FastTrackBot.Tests.FastTrack.Adoption.Use;

public sealed class MilestoneRulesTests
{
    private static readonly DateOnly Friday = new(2026, 2, 27);

    [Theory]
    [InlineData("", 99, 196, "")]
    [InlineData("", 100, 5000, "hundredPeople")]
    [InlineData("teams", 19, 196, "")]
    [InlineData("teams", 20, 196, "tenPercent")]
    [InlineData("teams", 1, 1, "tenPercent")]
    [InlineData("teams", 0, 0, "")]
    [InlineData("microsoft365Apps", 137, 196, "tenPercent")]
    [InlineData("microsoft365Apps", 138, 196, "tenPercent seventyPercent")]
    public void A_milestone_is_reached_with_its_last_person(string workload, int active, int licensed, string reached) =>
        Assert.Equal(reached, string.Join(' ', MilestoneRules.Newly(Series(workload, active, licensed), UseMilestones.All).Select(one => one.Milestone)));

    [Fact]
    public void What_was_reached_stays_so_with_its_day_and_is_not_told_again()
    {
        var series = Series("teams", 20, 196);
        series = series with { Reached = MilestoneRules.Newly(series, UseMilestones.All) };
        var later = UseRules.Add(series, new UseReading(Friday.AddDays(7), default, [new ServiceUse("teams", 3, 196)]), []);

        Assert.Empty(MilestoneRules.Newly(later, UseMilestones.All));
        Assert.Equal((Friday, 3, 20), (MilestoneRules.States(later, UseMilestones.All).Select(state => (state.On!.Value, state.Service.Active, state.Needed)).Single()));
    }

    [Fact]
    public void Nothing_is_said_before_there_are_figures() => Assert.Empty(MilestoneRules.States(UseSeries.Empty, UseMilestones.All));

    [Fact]
    public void Each_milestone_has_a_dated_source_and_one_measure() => Assert.All(UseMilestones.All, milestone =>
    {
        Assert.NotNull(milestone.Source.Date);
        Assert.True(milestone.Percent is null != milestone.People is null);
        Assert.True(string.IsNullOrEmpty(milestone.Workload) || Workloads.Find(milestone.Workload) is not null);
    });

    private static UseSeries Series(string workload, int active, int licensed) =>
        UseRules.Add(UseSeries.Empty, new UseReading(Friday, default, [new ServiceUse(workload, active, licensed)]), []);
}
