namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>The days on which a series of meetings takes place: at the same hour on the clocks of its zone, and never on a day off.</summary>
internal static class SeriesRules
{
    /// <summary>A year of weekly meetings; a longer plan is a slip of the finger.</summary>
    public const int MostMeetings = 53;

    public static CheckpointSeries Of(CheckpointPlan plan, IReadOnlySet<DateOnly> daysOff)
    {
        List<PlannedMeeting> meetings = [];
        List<DateOnly> skipped = [];
        var day = FirstDay(plan);
        for (var turn = 0; turn < MostMeetings && meetings.Count < plan.Count && day <= plan.Until; turn++, day = day.AddDays(7 * plan.EveryWeeks))
        {
            if (Free(plan, day, daysOff) is { } free) meetings.Add(Meeting(plan, free, day));
            else skipped.Add(day);
            if (plan.Kind == CheckpointKind.Workshop) break;
        }

        return new CheckpointSeries(meetings, skipped);
    }

    private static DateOnly FirstDay(CheckpointPlan plan) => plan.Kind == CheckpointKind.Workshop
        ? plan.From
        : plan.From.AddDays(((int)plan.Day - (int)plan.From.DayOfWeek + 7) % 7);

    /// <summary>The day itself, or the next one that is free before the meeting after it; null: there is none, or it is not wanted.</summary>
    private static DateOnly? Free(CheckpointPlan plan, DateOnly day, IReadOnlySet<DateOnly> daysOff)
    {
        var latest = plan.MovesOffHolidays ? day.AddDays((7 * Math.Max(1, plan.EveryWeeks)) - 1) : day;
        for (var free = day; free <= latest && free <= plan.Until; free = free.AddDays(1))
        {
            if (free.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !daysOff.Contains(free)) return free;
        }

        return null;
    }

    private static PlannedMeeting Meeting(CheckpointPlan plan, DateOnly day, DateOnly planned)
    {
        var local = day.ToDateTime(plan.Time);
        return new PlannedMeeting(local, ZonedTime.At(local, plan.Zone), day == planned ? null : planned);
    }
}

/// <summary>What somebody wants: a meeting every so many weeks, or one workshop.</summary>
/// <param name="Day">The weekday; a workshop has none.</param>
/// <param name="Zone">IANA id.</param>
/// <param name="From">No meeting before this day; a workshop is on it.</param>
internal sealed record CheckpointPlan(CheckpointKind Kind, int EveryWeeks, DayOfWeek Day, TimeOnly Time, string Zone, TimeSpan Duration, DateOnly From)
{
    /// <summary>How many take place; those that are skipped do not count.</summary>
    public int Count { get; init; } = SeriesRules.MostMeetings;

    /// <summary>No meeting after this day.</summary>
    public DateOnly Until { get; init; } = DateOnly.MaxValue;

    /// <summary>What falls on a day off is held on the next working day; else it is left out.</summary>
    public bool MovesOffHolidays { get; init; }
}

/// <param name="Skipped">Days on which there would have been a meeting, but for a day off.</param>
internal sealed record CheckpointSeries(IReadOnlyList<PlannedMeeting> Meetings, IReadOnlyList<DateOnly> Skipped);

/// <param name="MovedFrom">The day off that it is not held on; null: it is held as planned.</param>
internal sealed record PlannedMeeting(DateTime LocalStart, DateTimeOffset Start, DateOnly? MovedFrom);
