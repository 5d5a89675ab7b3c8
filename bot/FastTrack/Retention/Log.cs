namespace FastTrackBot.FastTrack.Retention;

internal static partial class Log
{
    [LoggerMessage(6610, LogLevel.Information, "Retention: {Count} documents erased of {Name}")]
    public static partial void Erased(ILogger logger, string name, int count);
}
