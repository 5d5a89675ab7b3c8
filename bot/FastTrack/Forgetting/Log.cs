namespace FastTrackBot.FastTrack.Forgetting;

internal static partial class Log
{
    // Who it was is nobody's business any more.
    [LoggerMessage(6600, LogLevel.Information, "Somebody was forgotten: {Count} documents were erased or changed")]
    public static partial void Forgotten(ILogger logger, int count);
}
