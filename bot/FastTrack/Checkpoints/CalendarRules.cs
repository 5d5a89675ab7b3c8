namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>
/// Whose word counts where the bot and a calendar differ on a checkpoint: that of whoever spoke since they last agreed. Where both did, the bot's.
/// </summary>
internal static class CalendarRules
{
    /// <param name="seen">As it stands in the calendar; null: it does not.</param>
    public static CalendarStep Settle(Checkpoint checkpoint, SeenEvent? seen, DateTimeOffset now)
    {
        if (checkpoint.State == CheckpointState.Cancelled) return seen is not null && seen.Start > now ? CalendarStep.CancelEvent : CalendarStep.None;
        if (!checkpoint.IsAhead) return CalendarStep.None;
        if (checkpoint.Calendar is not { } agreed) return seen is not null ? CalendarStep.Adopt : checkpoint.Start > now ? CalendarStep.Create : CalendarStep.None;
        // Deleted when it was over, it was tidied away, not cancelled.
        if (seen is null) return agreed.Start + agreed.Duration > now ? CalendarStep.TakeCancellation : CalendarStep.None;
        var (ours, theirs, before) = ((checkpoint.Start, checkpoint.Duration), (seen.Start, seen.Duration), (agreed.Start, agreed.Duration));
        if (ours != theirs) return ours != before ? CalendarStep.ChangeEvent : CalendarStep.TakeMove;
        if (ours != before) return CalendarStep.Adopt;
        return checkpoint.Start > now && !Invitations.Of(checkpoint).AreNone ? CalendarStep.ChangeEvent : CalendarStep.None;
    }

    /// <summary>Whether a calendar has anything to say of it, or is to be told.</summary>
    public static bool Concerns(Checkpoint checkpoint, DateTimeOffset now) =>
        checkpoint.IsAhead ? checkpoint.Calendar is not null || checkpoint.Start > now : checkpoint.State == CheckpointState.Cancelled && checkpoint.Start > now;
}

internal enum CalendarStep
{
    /// <summary>They agree.</summary>
    None,
    Create,

    /// <summary>It stands there already, as it should; the bot did not know.</summary>
    Adopt,

    /// <summary>The event gets the bot's time and people.</summary>
    ChangeEvent,
    CancelEvent,

    /// <summary>The bot takes over what somebody did in the calendar.</summary>
    TakeMove,
    TakeCancellation,
}

/// <summary>Who is to be invited to a checkpoint that stands in a calendar already, and who no longer.</summary>
internal sealed record Invitations(IReadOnlyList<Person> New, IReadOnlyList<Person> Withdrawn)
{
    public bool AreNone => New.Count + Withdrawn.Count == 0;

    public static Invitations Of(Checkpoint checkpoint)
    {
        var invited = checkpoint.Calendar?.Invited ?? checkpoint.Attendees;
        return new Invitations([.. checkpoint.Attendees.ExceptBy(invited.Select(IdOf), IdOf)], [.. invited.ExceptBy(checkpoint.Attendees.Select(IdOf), IdOf)]);
    }

    private static string IdOf(Person person) => person.ObjectId;
}

/// <summary>An event as it stands in a calendar.</summary>
internal sealed record SeenEvent(string Id, string? ETag, string? JoinUrl, DateTimeOffset Start, TimeSpan Duration)
{
    /// <summary>Whoever is invited, by the bot or by somebody else.</summary>
    public IReadOnlyList<Invitee> Attendees { get; init; } = [];
}

/// <param name="Type"><c>required</c>, <c>optional</c> or <c>resource</c>.</param>
internal sealed record Invitee(string Address, string? Name, string Type = "required");
