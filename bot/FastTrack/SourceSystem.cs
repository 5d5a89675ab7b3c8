namespace FastTrackBot.FastTrack;

/// <summary>Where mail or files live today, before they move to Microsoft 365.</summary>
public enum SourceSystem
{
    Exchange,
    Domino,
    GroupWise,
    Imap,
    GoogleWorkspace,
    FileShare,
    GoogleDrive,
    Box,
    Dropbox,
}
