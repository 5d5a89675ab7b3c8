using Npgsql;

namespace FastTrackBot.Platform.Storage.Postgres;

/// <summary>What a failure means for what is to be done next, and for the operator.</summary>
internal static class PostgresErrors
{
    public static StoreException Closed() => new("The store is closing.", new ObjectDisposedException(nameof(PostgresStore)));

    public static StoreException Translate(Exception exception, PostgresPlace place) =>
        exception as StoreException
        ?? (exception is ObjectDisposedException ? Closed() : new StoreException("PostgreSQL: " + Words(exception, place), exception));

    /// <summary>The connection is gone, or the server is ending or starting; a new connection may work.</summary>
    public static bool IsBroken(NpgsqlException exception) =>
        exception is PostgresException { SqlState: var state }
            ? state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
                || state.StartsWith("08", StringComparison.Ordinal)
            : exception.InnerException is not TimeoutException;

    /// <summary>No database was there to say no.</summary>
    public static bool IsOutage(StoreException exception) =>
        exception.InnerException is ObjectDisposedException
        || (exception.InnerException is NpgsqlException inner && (inner is not PostgresException || IsBroken(inner)));

    /// <summary>Another instance was at the same place at the same moment; nothing was written.</summary>
    public static bool IsRace(StoreException exception) =>
        exception.InnerException is PostgresException
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
        };

    /// <summary>What happened and what to do, for whoever started the bot.</summary>
    public static InvalidOperationException AtStart(Exception exception, PostgresPlace place, ILogger logger)
    {
        switch ((exception as PostgresException)?.SqlState)
        {
            case PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification:
                Log.LoginRefused(logger, place.User, place.Host);
                break;
            case PostgresErrorCodes.InvalidCatalogName:
                Log.NoDatabase(logger, place.Database, place.Host);
                break;
            case PostgresErrorCodes.InsufficientPrivilege:
                Log.NoRights(logger, place.User, place.Database);
                break;
            case null:
                Log.Unreachable(logger, place.Host, place.Port, exception.Message);
                break;
            default:
                Log.NotOpened(logger, place.ToString(), exception);
                break;
        }

        return new InvalidOperationException("The bot's database cannot be used. " + Words(exception, place), exception);
    }

    private static string Words(Exception exception, PostgresPlace place) => (exception as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"{place.Host} does not let '{place.User}' in. Check user and password in Storage:ConnectionString, and the server's pg_hba.conf.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"There is no database '{place.Database}' at {place.Host}. Create it: createdb --owner={place.User} {place.Database}.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"'{place.User}' lacks rights in '{place.Database}'. Make it the owner: ALTER DATABASE {place.Database} OWNER TO {place.User}. ({exception.Message})",
        PostgresErrorCodes.TooManyConnections =>
            $"{place.Host} has no connection left. Set a smaller Maximum Pool Size in Storage:ConnectionString, or max_connections higher.",
        PostgresErrorCodes.ReadOnlySqlTransaction =>
            $"{place.Host} only reads, as a standby does. Let Storage:ConnectionString name the primary, or add 'Target Session Attributes=primary'.",
        null when exception is NpgsqlException =>
            $"{place.Host}:{place.Port} cannot be reached, or the connection broke. Check that the server runs and that nothing is between. ({exception.Message})",
        _ => exception.Message,
    };
}
