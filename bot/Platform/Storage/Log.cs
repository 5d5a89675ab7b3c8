namespace FastTrackBot.Platform.Storage;

internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Information, "Storage: SQLite {Path}, schema {Version}")]
    public static partial void Opened(ILogger logger, string path, int version);

    [LoggerMessage(3001, LogLevel.Information, "Storage: schema migrated from {From} to {To}")]
    public static partial void Migrated(ILogger logger, int from, int to);

    [LoggerMessage(3002, LogLevel.Error, "Storage: a transaction of {Commits} commits failed and was rolled back")]
    public static partial void TransactionFailed(ILogger logger, int commits, Exception exception);
}
