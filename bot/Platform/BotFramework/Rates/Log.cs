namespace FastTrackBot.Platform.BotFramework.Rates;

internal static partial class Log
{
    [LoggerMessage(1300, LogLevel.Warning, "No moments to send could be booked for tenant {Tenant}; the messages wait")]
    public static partial void NothingBooked(ILogger logger, string tenant, Exception exception);

    [LoggerMessage(1301, LogLevel.Error, "The messages that waited to be sent to tenant {Tenant} could not be let go")]
    public static partial void GateFailed(ILogger logger, string tenant, Exception exception);
}
