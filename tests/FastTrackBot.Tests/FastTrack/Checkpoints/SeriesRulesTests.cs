using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Checkpoints;

namespace FastTrackBot.Tests.FastTrack.Checkpoints;

public sealed class SeriesRulesTests
{
    private static readonly HashSet<DateOnly> NoDaysOff = [];

    /// <summary>A year of Tuesdays at ten: where the clocks change, the hour on the wall stays and the moment shifts.</summary>
    [Theory]
    [InlineData("Europe/Amsterdam", new[] { "2026-03-03 -> 09:00", "2026-03-31 -> 08:00", "2026-10-27 -> 09:00" })]
    [InlineData("America/New_York", new[] { "2026-03-03 -> 15:00", "2026-03-10 -> 14:00", "2026-11-03 -> 15:00" })]
    [InlineData("Australia/Sydney", new[] { "2026-03-03 -> 23:00", "2026-04-07 -> 00:00", "2026-10-06 -> 23:00" })]
    [InlineData("Asia/Shanghai", new[] { "2026-03-03 -> 02:00" })]
    public void Over_a_year_the_local_time_stays_when_the_clocks_change(string zone, string[] shifts)
    {
        var series = SeriesRules.Of(Weekly(zone) with { Count = 52 }, NoDaysOff);

        Assert.Equal(52, series.Meetings.Count);
        Assert.All(series.Meetings, meeting => Assert.Equal((DayOfWeek.Tuesday, new TimeSpan(10, 0, 0)), (meeting.LocalStart.DayOfWeek, meeting.LocalStart.TimeOfDay)));
        Assert.All(series.Meetings, meeting => Assert.Equal(meeting.LocalStart, ZonedTime.In(meeting.Start, zone)));
        Assert.All(series.Meetings.Zip(series.Meetings.Skip(1)), pair => Assert.Equal(7, (pair.Second.LocalStart - pair.First.LocalStart).TotalDays));
        string? before = null;
        List<string> seen = [];
        foreach (var meeting in series.Meetings)
        {
            var utc = meeting.Start.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            if (utc != before) seen.Add($"{meeting.LocalStart:yyyy-MM-dd} -> {utc}");
            before = utc;
        }

        Assert.Equal(shifts, seen);
    }

    [Fact]
    public void A_time_that_the_clocks_leave_out_is_as_much_later_and_of_one_that_comes_twice_the_first_is_meant()
    {
        // 29 March 2026, 02:00 becomes 03:00 in Berlin; 25 October 2026, 03:00 becomes 02:00.
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), ZonedTime.At(new DateTime(2026, 3, 29, 2, 30, 0), "Europe/Berlin"));
        Assert.Equal(new DateTime(2026, 3, 29, 3, 30, 0), ZonedTime.In(ZonedTime.At(new DateTime(2026, 3, 29, 2, 30, 0), "Europe/Berlin"), "Europe/Berlin"));
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), ZonedTime.At(new DateTime(2026, 10, 25, 2, 30, 0), "Europe/Berlin"));
        // Lord Howe Island puts its clocks forward by half an hour only.
        Assert.Equal(new DateTime(2026, 10, 4, 2, 45, 0), ZonedTime.In(ZonedTime.At(new DateTime(2026, 10, 4, 2, 15, 0), "Australia/Lord_Howe"), "Australia/Lord_Howe"));
    }

    [Fact]
    public void A_day_off_is_left_out_and_said_and_does_not_count()
    {
        var plan = Weekly("Europe/Amsterdam") with { Day = DayOfWeek.Monday, From = new DateOnly(2026, 3, 30), Count = 3 };

        var series = SeriesRules.Of(plan, Holidays.Of("NL").ToHashSet());

        Assert.Equal([new(2026, 3, 30), new(2026, 4, 13), new(2026, 4, 20)], series.Meetings.Select(meeting => DateOnly.FromDateTime(meeting.LocalStart)));
        Assert.Equal([new DateOnly(2026, 4, 6)], series.Skipped);
    }

    [Fact]
    public void Or_it_moves_to_the_next_working_day_over_the_weekend()
    {
        // Good Friday and Easter Monday are free in Germany.
        var plan = Weekly("Europe/Berlin") with { Day = DayOfWeek.Friday, From = new DateOnly(2026, 4, 3), Count = 2, MovesOffHolidays = true };

        var series = SeriesRules.Of(plan, Holidays.Of("DE").ToHashSet());

        Assert.Equal(new DateOnly(2026, 4, 7), DateOnly.FromDateTime(series.Meetings[0].LocalStart));
        Assert.Equal(new DateOnly(2026, 4, 3), series.Meetings[0].MovedFrom);
        Assert.Null(series.Meetings[1].MovedFrom);
        Assert.Empty(series.Skipped);
    }

    [Fact]
    public void Never_onto_the_meeting_that_follows()
    {
        var off = Enumerable.Range(0, 7).Select(day => new DateOnly(2026, 3, 3).AddDays(day)).ToHashSet();

        var series = SeriesRules.Of(Weekly("Europe/Berlin") with { Count = 1, MovesOffHolidays = true }, off);

        Assert.Equal([new DateOnly(2026, 3, 3)], series.Skipped);
        Assert.Equal(new DateTime(2026, 3, 10, 10, 0, 0), Assert.Single(series.Meetings).LocalStart);
    }

    [Fact]
    public void Every_two_weeks_until_a_day()
    {
        var series = SeriesRules.Of(Weekly("Asia/Shanghai") with { EveryWeeks = 2, Until = new DateOnly(2026, 4, 14) }, NoDaysOff);

        Assert.Equal([new(2026, 3, 3), new(2026, 3, 17), new(2026, 3, 31), new(2026, 4, 14)], series.Meetings.Select(meeting => DateOnly.FromDateTime(meeting.LocalStart)));
    }

    [Fact]
    public void A_workshop_is_one_meeting_on_its_day_or_the_next_that_is_free()
    {
        var saturday = new CheckpointPlan(CheckpointKind.Workshop, 0, default, new TimeOnly(10, 0), "Europe/Berlin", TimeSpan.FromHours(1), new DateOnly(2026, 3, 7)) { MovesOffHolidays = true };

        Assert.Equal(new DateTime(2026, 3, 9, 10, 0, 0), Assert.Single(SeriesRules.Of(saturday, NoDaysOff).Meetings).LocalStart);
    }

    [Fact]
    public void There_is_a_rhythm_for_each_phase_and_each_is_one_that_is_published_or_our_own()
    {
        Assert.Equal(Enum.GetValues<Phase>().Order(), Rhythms.All.Select(rhythm => rhythm.Phase).Order());
        Assert.All(Rhythms.All, rhythm => Assert.True(rhythm is { Minutes: 30, EveryWeeks: 1 or 2 }, $"{rhythm}"));
        Assert.Equal(60, Rhythms.Workshop.Minutes);
    }

    private static CheckpointPlan Weekly(string zone) =>
        new(CheckpointKind.Checkpoint, 1, DayOfWeek.Tuesday, new TimeOnly(10, 0), zone, TimeSpan.FromMinutes(30), new DateOnly(2026, 3, 3));
}
