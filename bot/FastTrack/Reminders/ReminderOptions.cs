namespace FastTrackBot.FastTrack.Reminders;

/// <summary>The section <c>Reminders</c> of the settings. What is empty is as the dated data have it.</summary>
public sealed class ReminderOptions
{
    public const string Section = "Reminders";

    public bool Enabled { get; set; } = true;

    /// <summary>The time zone (IANA) of whoever's client and engagement name none.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Has the app installed for people who have something due and do not have it.</summary>
    public bool InstallForPeople { get; set; }

    /// <summary>When people are told, on their own clock, unless they say otherwise.</summary>
    public TimeOnly? Morning { get; set; }

    public TimeOnly? QuietFrom { get; set; }

    public TimeOnly? QuietUntil { get; set; }

    /// <summary>So many days after the person, those are told who lead.</summary>
    public int? EscalateAfterDays { get; set; }

    /// <summary>After so many days in which nothing was done in a phase.</summary>
    public int? StalledAfterDays { get; set; }

    /// <summary>So many hours before a checkpoint.</summary>
    public IList<int> CheckpointHours { get; } = [];

    /// <returns>What is wrong, in words; none when the settings can be used.</returns>
    internal string? Problem() =>
        EscalateAfterDays is < 1 || StalledAfterDays is < 1 ? $"{Section}:{nameof(EscalateAfterDays)} and {Section}:{nameof(StalledAfterDays)} must be 1 or more."
        : CheckpointHours.Any(hours => hours is < 1 or > 336) ? $"{Section}:{nameof(CheckpointHours)} must be from 1 to 336."
        : null;

    internal ReminderPolicy Over(ReminderPolicy policy) => policy with
    {
        Morning = Morning ?? policy.Morning,
        QuietFrom = QuietFrom ?? policy.QuietFrom,
        QuietUntil = QuietUntil ?? policy.QuietUntil,
        EscalateAfterDays = EscalateAfterDays ?? policy.EscalateAfterDays,
        StalledAfterDays = StalledAfterDays ?? policy.StalledAfterDays,
        CheckpointHours = CheckpointHours.Count > 0 ? [.. CheckpointHours.Distinct().OrderDescending()] : policy.CheckpointHours,
    };
}
