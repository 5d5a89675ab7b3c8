namespace FastTrackBot.FastTrack.Reminders;

/// <summary>What one person is to be told, and was told. One message a day says it all.</summary>
/// <param name="Waiting">To be told from its day on.</param>
/// <param name="Ended">What became of the others.</param>
public sealed record Digest(Person Person, IReadOnlyList<Reminder> Waiting, IReadOnlyList<EndedReminder> Ended)
{
    /// <summary>Topics that the person has taken note of.</summary>
    public IReadOnlyList<string> Acknowledged { get => field ?? []; init; }

    /// <summary>The day, where the person is, of the last message.</summary>
    public DateOnly? LastSent { get; init; }

    /// <summary>Where the engagement is, in case that the person's client does not say where the person is.</summary>
    public string? Zone { get; init; }
}

public sealed record EndedReminder(Reminder Reminder, ReminderOutcome Outcome, DateTimeOffset At);

/// <summary>How one person wants to be reminded. What is not said is as the policy has it.</summary>
public sealed record ReminderSettings
{
    public bool Off { get; init; }

    public TimeOnly? Morning { get; init; }

    public TimeOnly? QuietFrom { get; init; }

    public TimeOnly? QuietUntil { get; init; }

    /// <summary>Ids of engagements of which the person does not want to hear.</summary>
    public IReadOnlyList<string> Muted { get => field ?? []; init; }
}
