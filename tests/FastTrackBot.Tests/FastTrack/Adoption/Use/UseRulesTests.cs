using FastTrackBot.FastTrack.Adoption.Use;

namespace FastTrackBot.Tests.FastTrack.Adoption.Use;

public sealed class UseRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Friday = new(2026, 2, 27);

    [Fact]
    public void A_week_counts_by_its_best_day_as_weekends_dip()
    {
        var weeks = UseRules.Weeks([Day(Friday, 40), Day(Friday.AddDays(1), 3), Day(Friday.AddDays(2), 2), Day(Friday.AddDays(3), 30), Day(Friday.AddDays(3), 7, "oneDrive")]);

        Assert.Equal([new DateOnly(2026, 2, 23), new DateOnly(2026, 3, 2)], weeks.Select(week => week.Monday));
        Assert.Equal((40, 30, 7), (weeks[0].Best["teams"], weeks[1].Best["teams"], weeks[1].Best["oneDrive"]));
    }

    [Fact]
    public void A_report_of_a_known_day_replaces_it_and_a_week_keeps_its_best()
    {
        var series = UseRules.Add(UseSeries.Empty, Reading(Friday, 40), UseRules.Weeks([Day(Friday, 40)]));

        series = UseRules.Add(series, Reading(Friday, 41), UseRules.Weeks([Day(Friday, 38), Day(Friday.AddDays(3), 35)]));

        Assert.Equal(41, Assert.Single(series.Readings).Services[0].Active);
        Assert.Equal([40, 35], series.Weeks.Select(week => week.Best["teams"]));
    }

    [Fact]
    public void A_series_stays_small()
    {
        var series = UseSeries.Empty;
        for (var week = 0; week < 120; week++) series = UseRules.Add(series, Reading(Friday.AddDays(7 * week), week), UseRules.Weeks([Day(Friday.AddDays(7 * week), week)]));

        Assert.Equal((60, 53, 119), (series.Readings.Count, series.Weeks.Count, series.Last!.Services[0].Active));
    }

    [Fact]
    public void What_changed_is_told_against_the_reading_before_and_against_the_first()
    {
        Assert.Null(Assert.Single(UseRules.Changes(Series(40))).Difference);

        var series = Series(40, 55, 52);

        Assert.Equal(-3, Assert.Single(UseRules.Changes(series)).Difference);
        Assert.Equal(12, Assert.Single(UseRules.SinceBeginning(series)).Difference);
        Assert.Empty(UseRules.Changes(UseSeries.Empty));
    }

    [Fact]
    public void The_next_look_is_in_a_week_and_tomorrow_where_the_report_was_an_old_one()
    {
        Assert.Equal(Now.AddDays(7), UseRules.NextLook(UseSeries.Empty, Series(40), Now));
        Assert.Equal(Now.AddDays(7), UseRules.NextLook(Series(40), Series(40, 50), Now));
        Assert.Equal(Now.AddDays(1), UseRules.NextLook(Series(40), Series(40), Now));
        Assert.Equal(Now.AddDays(1), UseRules.NextLook(UseSeries.Empty, UseSeries.Empty, Now));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(69, 99, 69)]
    [InlineData(699, 1000, 69)]
    [InlineData(700, 1000, 70)]
    public void A_share_is_rounded_down(int active, int licensed, int percent) => Assert.Equal(percent, new ServiceUse("teams", active, licensed).Percent);

    [Theory]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-03-08", "2026-03-02")]
    [InlineData("2026-03-04", "2026-03-02")]
    public void A_week_begins_on_Monday(string day, string monday) =>
        Assert.Equal(DateOnly.ParseExact(monday, "yyyy-MM-dd"), UseRules.MondayOf(DateOnly.ParseExact(day, "yyyy-MM-dd")));

    internal static UseSeries Series(params int[] active) =>
        active.Select((people, week) => Reading(Friday.AddDays(7 * week), people)).Aggregate(UseSeries.Empty, (series, reading) => UseRules.Add(series, reading, []));

    private static DayUse Day(DateOnly day, int active, string workload = "teams") => new(day, workload, active);

    private static UseReading Reading(DateOnly on, int active) => new(on, Now, [new ServiceUse("teams", active, 200)]);
}
