using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>What came of having the app installed for somebody. It is tried once: who removes the app, or may not have it, is left alone.</summary>
internal sealed record AppInstallation(AppInstallOutcome Outcome, DateTimeOffset At)
{
    public static readonly DocumentKind<AppInstallation> Kind = new("app-installation", () => RemindersJson.Default.AppInstallation);
}

internal enum AppInstallOutcome
{
    Installed,
    AlreadyThere,

    /// <summary>A policy of Teams does not let the person have it.</summary>
    Refused,

    /// <summary>The directory does not know the person, or Teams does not.</summary>
    NoSuchPerson,

    // What follows is no matter of the person's, and is not noted with anyone: it is looked at anew.

    /// <summary>Nobody has uploaded the app into the organisation's catalogue.</summary>
    NotInCatalogue,

    /// <summary>The bot may not ask.</summary>
    NotPermitted,
    Failed,
}
