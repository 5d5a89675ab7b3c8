namespace FastTrackBot.Platform.BotFramework.Proactive;

internal static partial class Log
{
    [LoggerMessage(EventId = 1400, Message = "Sending unasked to {Installation}: {Outcome} {Reason}")]
    public static partial void SendEnded(ILogger logger, LogLevel level, SendOutcome outcome, string installation, string? reason);
}
