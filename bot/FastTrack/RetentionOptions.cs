namespace FastTrackBot.FastTrack;

/// <summary>The section <c>Retention</c> of the settings: how many days what is kept; 0 keeps it for ever.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    public bool Enabled { get; set; } = true;

    /// <summary>Dialogs that nobody goes on with, and drafts.</summary>
    public int DialogDays { get; set; } = 30;

    /// <summary>Requests that were never filed, or withdrawn.</summary>
    public int RequestDays { get; set; } = 180;

    /// <summary>People who did not write or press anything.</summary>
    public int PersonDays { get; set; } = 400;

    /// <summary>What is known of an engagement beyond its outline, after it was closed.</summary>
    public int EngagementDays { get; set; } = 730;
}
