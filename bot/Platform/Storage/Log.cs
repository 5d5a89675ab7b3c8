namespace FastTrackBot.Platform.Storage;

internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Information, "Storage: SQLite {Path}, schema {Version}")]
    public static partial void Opened(ILogger logger, string path, int version);

    [LoggerMessage(3001, LogLevel.Information, "Storage: schema migrated from {From} to {To}")]
    public static partial void Migrated(ILogger logger, int from, int to);

    [LoggerMessage(3002, LogLevel.Error, "Storage: a transaction of {Commits} commits failed and was rolled back")]
    public static partial void TransactionFailed(ILogger logger, int commits, Exception exception);

    [LoggerMessage(3003, LogLevel.Warning, "Storage: a transaction of {Commits} commits failed, and each is tried alone: {Reason}")]
    public static partial void BatchTakenApart(ILogger logger, int commits, string reason);

    [LoggerMessage(3004, LogLevel.Warning, "Storage: old turns could not be deleted; the next round follows")]
    public static partial void NotPurged(ILogger logger, Exception exception);

    [LoggerMessage(3010, LogLevel.Information, "Storage: PostgreSQL {Place}, server {Server}, schema {Version}")]
    public static partial void PostgresOpened(ILogger logger, string place, Version server, int version);

    [LoggerMessage(3011, LogLevel.Critical, "Storage: {Host}:{Port} cannot be reached; check that PostgreSQL runs there and that nothing is between: {Reason}")]
    public static partial void Unreachable(ILogger logger, string host, int port, string reason);

    [LoggerMessage(3012, LogLevel.Critical, "Storage: PostgreSQL does not let {User} in at {Host}; check user and password in Storage:ConnectionString, and the server's pg_hba.conf")]
    public static partial void LoginRefused(ILogger logger, string user, string host);

    [LoggerMessage(3013, LogLevel.Critical, "Storage: there is no database {Database} at {Host}; create it")]
    public static partial void NoDatabase(ILogger logger, string database, string host);

    [LoggerMessage(3014, LogLevel.Critical, "Storage: {User} may not make tables in {Database}; make it the owner of the database")]
    public static partial void NoRights(ILogger logger, string user, string database);

    [LoggerMessage(3015, LogLevel.Critical, "Storage: PostgreSQL {Place} cannot be used")]
    public static partial void NotOpened(ILogger logger, string place, Exception exception);

    [LoggerMessage(3016, LogLevel.Warning, "Storage: the connection to PostgreSQL at {Host} is lost, and is tried each second: {Reason}")]
    public static partial void ConnectionLost(ILogger logger, string host, string reason);

    [LoggerMessage(3017, LogLevel.Information, "Storage: PostgreSQL at {Host} is back")]
    public static partial void Reconnected(ILogger logger, string host);
}
