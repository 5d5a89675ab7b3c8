namespace FastTrackBot.Platform.BotFramework;

internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Warning, "Turn refused: {Reason} (correlation {Correlation})")]
    public static partial void BadActivity(ILogger logger, string reason, string correlation);

    [LoggerMessage(1001, LogLevel.Warning, "Turn refused: the body is larger than {Limit} bytes (correlation {Correlation})")]
    public static partial void BodyTooLarge(ILogger logger, int limit, string correlation);

    [LoggerMessage(1002, LogLevel.Debug, "Turn of activity {ActivityId} lost {Document} to another turn; run {Run} starts again")]
    public static partial void TurnConflict(ILogger logger, string? activityId, string? document, int run);

    [LoggerMessage(1003, LogLevel.Information, "Activity {ActivityId} was delivered again; answered from its record")]
    public static partial void TurnRepeated(ILogger logger, string activityId);

    [LoggerMessage(1004, LogLevel.Error, "Turn of activity {ActivityId} failed; nothing was changed (correlation {Correlation})")]
    public static partial void TurnFailed(ILogger logger, string? activityId, string correlation, Exception exception);

    [LoggerMessage(1005, LogLevel.Error, "Turn of activity {ActivityId} could not be stored; nothing was changed (correlation {Correlation})")]
    public static partial void TurnNotStored(ILogger logger, string? activityId, string correlation, Exception exception);

    [LoggerMessage(1010, LogLevel.Warning, "The channel refused a message to {Conversation}: {Status} {Code}; it is given up")]
    public static partial void MessageRefused(ILogger logger, string conversation, int status, string? code, Exception exception);

    [LoggerMessage(1011, LogLevel.Warning, "The channel did not take a message to {Conversation}; it waits and is sent again")]
    public static partial void MessageDelayed(ILogger logger, string conversation, Exception exception);

    [LoggerMessage(1015, LogLevel.Error, "Messages to {Conversation} are out, but that could not be noted; they may be sent again")]
    public static partial void SentNotNoted(ILogger logger, string conversation, Exception exception);

    [LoggerMessage(1016, LogLevel.Debug, "An answer to {Conversation} does not grow, or no more: {Reason}")]
    public static partial void StreamRefused(ILogger logger, string conversation, string reason);

    [LoggerMessage(1017, LogLevel.Information, "A streamed answer to {Conversation} could not be ended as such, so it comes as an update: {Reason}")]
    public static partial void StreamNotEnded(ILogger logger, string conversation, string reason);

    [LoggerMessage(1018, LogLevel.Debug, "Update {Number} of an answer to {Conversation} was answered; the next may follow in {Pause}")]
    public static partial void StreamUpdated(ILogger logger, string conversation, int number, TimeSpan pause);

    [LoggerMessage(1012, LogLevel.Information, "Message {ActivityId} in {Conversation} is gone and cannot be updated")]
    public static partial void MessageGone(ILogger logger, string conversation, string activityId);

    [LoggerMessage(1013, LogLevel.Information, "{Turns} turns had messages waiting")]
    public static partial void PendingMessagesSent(ILogger logger, int turns);

    [LoggerMessage(1014, LogLevel.Error, "The waiting messages could not be sent; the next round tries again")]
    public static partial void PendingMessagesFailed(ILogger logger, Exception exception);
}
