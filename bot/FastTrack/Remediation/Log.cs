namespace FastTrackBot.FastTrack.Remediation;

internal static partial class Log
{
    [LoggerMessage(6300, LogLevel.Warning, "Remediation: card {Post} may not be posted in {Conversation}, and is given up: install the bot there")]
    public static partial void PostRefused(ILogger logger, string post, string conversation, Exception exception);
}
