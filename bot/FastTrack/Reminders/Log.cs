namespace FastTrackBot.FastTrack.Reminders;

internal static partial class Log
{
    [LoggerMessage(6500, LogLevel.Information, "Reminder {Reminder} to {Person}: {Outcome} {Reason}")]
    public static partial void ReminderEnded(ILogger logger, string reminder, string person, ReminderOutcome outcome, string? reason);

    [LoggerMessage(6502, LogLevel.Information, "The app for {Person}: {Outcome} {Reason}")]
    public static partial void AppInstalled(ILogger logger, string person, AppInstallOutcome outcome, string? reason);

    [LoggerMessage(6501, LogLevel.Warning, "The time zone {Zone} is unknown here; {Instead} is taken")]
    public static partial void UnknownZone(ILogger logger, string zone, string instead);
}
