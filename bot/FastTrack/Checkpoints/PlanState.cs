namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>The answers of the planning dialog, with what it was begun with.</summary>
/// <param name="People">Who can be asked to come.</param>
/// <param name="Today">Where the person who plans is, when they began.</param>
internal sealed record PlanState(string EngagementId, string Organisation, Phase Phase, IReadOnlyList<Person> People, DateOnly Today)
{
    public RhythmChoice? Rhythm { get; init; }

    public DayOfWeek? Day { get; init; }

    public TimeOnly? Time { get; init; }

    /// <summary>IANA id.</summary>
    public string? Zone { get; init; }

    public DateOnly? From { get; init; }

    public int? Count { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>Whose days off count; null: nobody's.</summary>
    public string? Country { get; init; }

    /// <summary>Days off that the organisation has besides.</summary>
    public IReadOnlyList<DateOnly> DaysOff { get => field ?? []; init; }

    public bool MovesOffHolidays { get; init; }

    /// <summary>Object ids of those who are to come; null: not asked yet, so everyone.</summary>
    public IReadOnlyList<string>? Attendees { get; init; }

    public bool IsWorkshop => Rhythm == RhythmChoice.Workshop;

    public CheckpointPlan Plan() => new(
        IsWorkshop ? CheckpointKind.Workshop : CheckpointKind.Checkpoint,
        Rhythm switch { RhythmChoice.Weekly => 1, RhythmChoice.Fortnightly => 2, _ => 0 },
        Day ?? default, Time!.Value, Zone!,
        TimeSpan.FromMinutes(IsWorkshop ? Rhythms.Workshop.Minutes : Rhythms.Of(Phase).Minutes), From!.Value)
    {
        Count = Count ?? SeriesRules.MostMeetings,
        Until = Until ?? DateOnly.MaxValue,
        // A workshop that was skipped would be no workshop.
        MovesOffHolidays = MovesOffHolidays || IsWorkshop,
    };

    public PlannedSeries Series() => new(
        Plan(), SeriesRules.Of(Plan(), Holidays.Of(Country).Concat(DaysOff).ToHashSet()),
        Attendees is null ? People : [.. People.Where(person => Attendees.Contains(person.ObjectId))]);
}

internal enum RhythmChoice
{
    Weekly,
    Fortnightly,
    Workshop,
}
