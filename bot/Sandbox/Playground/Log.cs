namespace FastTrackBot.Sandbox.Playground;

internal static partial class Log
{
    [LoggerMessage(9100, LogLevel.Information, "Chat with the bot at {Url}")]
    public static partial void Ready(ILogger log, Uri url);

    [LoggerMessage(9101, LogLevel.Information, "First start: npm installs the local chat client into {Folder} (about 15 MB)")]
    public static partial void Installing(ILogger log, string folder);

    [LoggerMessage(9102, LogLevel.Warning,
        "No chat window: it needs Node.js {Version} or newer on the PATH (https://nodejs.org). Any Bot Framework client can talk to {Endpoint} instead")]
    public static partial void NodeMissing(ILogger log, int version, Uri endpoint);

    [LoggerMessage(9103, LogLevel.Warning, "No chat window: {Reason}. The bot goes on without it")]
    public static partial void Failed(ILogger log, string reason);

    [LoggerMessage(9104, LogLevel.Warning, "No chat window: the bot has no plain http address on this machine that it could talk to")]
    public static partial void NoHttpAddress(ILogger log);
}
