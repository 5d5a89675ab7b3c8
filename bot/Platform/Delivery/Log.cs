using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.Delivery;

internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Debug, "Work {Kind} {Key}: {Outcome}")]
    public static partial void WorkEnded(ILogger logger, string kind, string key, WorkOutcome outcome);

    [LoggerMessage(4001, LogLevel.Warning, "Work {Kind} {Key} failed at attempt {Attempt} and is tried again: {Reason}")]
    public static partial void WorkFailed(ILogger logger, string kind, string key, int attempt, string? reason);

    [LoggerMessage(4002, LogLevel.Error, "Work {Kind} {Key} is given up until it is queued anew: {Reason}")]
    public static partial void WorkGivenUp(ILogger logger, string kind, string key, string? reason);

    [LoggerMessage(4003, LogLevel.Error, "Work {Kind} {Key} threw")]
    public static partial void WorkThrew(ILogger logger, string kind, string key, Exception exception);

    [LoggerMessage(4004, LogLevel.Warning, "Work {Kind} {Key} took longer than its lease; whoever has it now does it again")]
    public static partial void LeaseLost(ILogger logger, string kind, string key);

    [LoggerMessage(4005, LogLevel.Error, "The outcome of work {Kind} {Key} could not be stored; it is done again when its lease has run out")]
    public static partial void OutcomeNotStored(ILogger logger, string kind, string key, Exception exception);

    [LoggerMessage(4007, LogLevel.Warning, "The work of each day could not be queued; the next start does it")]
    public static partial void NotQueuedAtStart(ILogger logger, Exception exception);

    [LoggerMessage(4006, LogLevel.Error, "The queue of work could not be read; the next look follows")]
    public static partial void QueueNotRead(ILogger logger, Exception exception);
}
