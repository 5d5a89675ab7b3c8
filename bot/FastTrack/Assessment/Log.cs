namespace FastTrackBot.FastTrack.Assessment;

internal static partial class Log
{
    [LoggerMessage(6100, LogLevel.Warning, "Assessment: the check {Check} could not be made: {Reason}")]
    public static partial void CheckFailed(ILogger log, string check, string reason, Exception? exception);

    [LoggerMessage(6101, LogLevel.Information, "Assessment {Run}: {Findings} findings, {Unseen} of {Checks} checks could not be made")]
    public static partial void Finished(ILogger log, string run, int findings, int unseen, int checks);

    [LoggerMessage(6102, LogLevel.Warning, "Assessment: the card of progress could not be updated")]
    public static partial void ProgressNotShown(ILogger log, Exception exception);
}
