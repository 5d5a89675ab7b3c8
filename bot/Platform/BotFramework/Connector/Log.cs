namespace FastTrackBot.Platform.BotFramework.Connector;

internal static partial class Log
{
    [LoggerMessage(1200, LogLevel.Warning, "Call to the connector ended with {Status}; try {Try} in {Delay}")]
    public static partial void Retrying(ILogger logger, int @try, TimeSpan delay, int status);

    [LoggerMessage(1201, LogLevel.Error, "Refused to write to {ServiceUrl}: neither a known host nor vouched for by a token")]
    public static partial void UntrustedServiceUrl(ILogger logger, string serviceUrl);

    [LoggerMessage(1202, LogLevel.Warning, "{Host} refused the bot's token; getting another one")]
    public static partial void TokenRefused(ILogger logger, string host);
}
