namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>The section <c>Checkpoints</c> of the settings: how checkpoints stand in a calendar.</summary>
public sealed class CheckpointOptions
{
    public const string Section = "Checkpoints";

    /// <summary>Whether each becomes an event with a Teams meeting.</summary>
    public bool Calendar { get; set; } = true;

    /// <summary>Whose calendar: an address or an Entra object id. Empty: that of whoever leads the engagement.</summary>
    public string? Mailbox { get; set; }

    /// <summary>The language of the invitations.</summary>
    public string Language { get; set; } = "en";

    /// <summary>How often the calendar is looked at for what people did there.</summary>
    public TimeSpan SyncInterval { get; set; } = TimeSpan.FromMinutes(15);

    internal string MailboxOf(Engagement engagement) => string.IsNullOrWhiteSpace(Mailbox) ? engagement.Owner.ObjectId : Mailbox;
}
