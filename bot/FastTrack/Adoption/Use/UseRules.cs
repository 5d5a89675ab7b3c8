namespace FastTrackBot.FastTrack.Adoption.Use;

/// <summary>How readings become a series, and what a series says.</summary>
public static class UseRules
{
    private const int MostReadings = 60;
    private const int MostWeeks = 53;

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The best day of each week. The first week of a report may be cut off, and a last one is not over: both are as good as they are known.</summary>
    public static IReadOnlyList<UseWeek> Weeks(IEnumerable<DayUse> days) =>
    [
        .. days.GroupBy(day => MondayOf(day.Day)).OrderBy(week => week.Key).Select(week => new UseWeek(
            week.Key, week.GroupBy(day => day.Workload).ToDictionary(service => service.Key, service => service.Max(day => day.Active)))),
    ];

    /// <summary>Adds a reading. Reports of a day that is known already replace it; a week keeps the best that was ever said of it.</summary>
    public static UseSeries Add(UseSeries series, UseReading reading, IReadOnlyList<UseWeek> weeks) => series with
    {
        Readings = [.. series.Readings.Where(known => known.On != reading.On).Append(reading).OrderBy(known => known.On).TakeLast(MostReadings)],
        Weeks =
        [
            .. series.Weeks.Concat(weeks).GroupBy(week => week.Monday).OrderBy(week => week.Key).Select(Best).TakeLast(MostWeeks),
        ],
    };

    /// <summary>How each service of the last reading stood in the one before.</summary>
    public static IReadOnlyList<UseChange> Changes(UseSeries series) => series.Last is not { } last
        ? []
        : [.. last.Services.Select(service => new UseChange(service, series.Readings.Count > 1 ? series.Readings[^2].Of(service.Workload)?.Active : null))];

    /// <summary>How each service stood when it was first read, and how it stands now.</summary>
    public static IReadOnlyList<UseChange> SinceBeginning(UseSeries series) => series.Last is not { } last
        ? []
        : [.. last.Services.Select(service => new UseChange(service, series.Readings.Select(reading => reading.Of(service.Workload)).FirstOrDefault(first => first is not null)?.Active))];

    /// <summary>When to look again: in a week; where the report was an old one, tomorrow.</summary>
    public static DateTimeOffset NextLook(UseSeries before, UseSeries after, DateTimeOffset now) =>
        now.AddDays(after.Last?.On > before.Last?.On || before.Last is null && after.Last is not null ? 7 : 1);

    private static UseWeek Best(IEnumerable<UseWeek> same)
    {
        var all = same.ToList();
        return new UseWeek(all[0].Monday, all.SelectMany(week => week.Best).GroupBy(service => service.Key).ToDictionary(service => service.Key, service => service.Max(one => one.Value)));
    }
}

/// <summary>How many people used a service on a day.</summary>
/// <param name="Workload">Its id; empty: any of the services.</param>
public sealed record DayUse(DateOnly Day, string Workload, int Active);

/// <param name="Before">People at the earlier time; null where nothing is known of it.</param>
public sealed record UseChange(ServiceUse Now, int? Before)
{
    public int? Difference => Now.Active - Before;
}
