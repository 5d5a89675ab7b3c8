namespace FastTrackBot.Sandbox;

internal static partial class Log
{
    [LoggerMessage(9000, LogLevel.Information, "The tenant is the make-believe Contoso; its levers are at /sandbox (faults, data, requests)")]
    public static partial void Enabled(ILogger log);

    [LoggerMessage(9001, LogLevel.Warning, "{File} is no JSON yet ({Reason}); its last good content stays")]
    public static partial void DataFileUnreadable(ILogger log, string file, string reason);
}
