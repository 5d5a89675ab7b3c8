namespace FastTrackBot.FastTrack.Reminders;

/// <summary>The section <c>Reminders</c> of the settings.</summary>
public sealed class ReminderOptions
{
    public const string Section = "Reminders";

    public bool Enabled { get; set; } = true;

    /// <summary>The time zone (IANA) of whoever's client and engagement name none.</summary>
    public string TimeZone { get; set; } = "UTC";
}
