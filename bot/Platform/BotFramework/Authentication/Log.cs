namespace FastTrackBot.Platform.BotFramework.Authentication;

internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Warning, "Refused a request with {Status} {Code}: {Reason}")]
    public static partial void Refused(ILogger logger, int status, string code, string reason);

    [LoggerMessage(1101, LogLevel.Error, "Every request will be refused: set {Settings} (see the section Bot of the settings)")]
    public static partial void NotConfigured(ILogger logger, string settings);

    [LoggerMessage(1102, LogLevel.Warning, "Bot:DangerouslyAllowUnauthenticated is on: anyone on this machine may talk to the bot without a token")]
    public static partial void BypassIsOn(ILogger logger);

    [LoggerMessage(1103, LogLevel.Error, "Bot:DangerouslyAllowUnauthenticated is set outside Development and has no effect: remove it")]
    public static partial void BypassIsMisplaced(ILogger logger);

    [LoggerMessage(1110, LogLevel.Information, "Fetched {Count} signing keys from {MetadataUrl}")]
    public static partial void KeysFetched(ILogger logger, int count, string metadataUrl);

    [LoggerMessage(1111, LogLevel.Error, "The signing keys cannot be fetched from {MetadataUrl}")]
    public static partial void KeysUnavailable(ILogger logger, string metadataUrl, Exception reason);
}
