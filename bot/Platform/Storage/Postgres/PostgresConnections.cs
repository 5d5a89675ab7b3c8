using Npgsql;

namespace FastTrackBot.Platform.Storage.Postgres;

/// <summary>The connections to the database, and what is done when one of them breaks.</summary>
internal sealed class PostgresConnections : IDisposable
{
    /// <summary>
    /// What the connection string does not say otherwise. The time-outs leave Teams, which waits fifteen seconds, an answer in time; twenty
    /// connections an instance leave room for others on a server that takes a hundred; nothing here changes a session, so none is reset.
    /// </summary>
    private const string Defaults =
        "Timeout=5;Command Timeout=10;Keepalive=30;Maximum Pool Size=20;Max Auto Prepare=50;Auto Prepare Min Usages=2;No Reset On Close=true;Application Name=FastTrackBot;";

    private readonly NpgsqlDataSource _source;

    /// <exception cref="ArgumentException">The text is no connection string.</exception>
    public PostgresConnections(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(Defaults + connectionString);
        Place = new PostgresPlace(settings.Host ?? "", settings.Port, settings.Database ?? settings.Username ?? "", settings.Username ?? "");
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UsePhysicalConnectionInitializer(KeepDurable, KeepDurableAsync);
        _source = builder.Build();
    }

    public PostgresPlace Place { get; }

    public NpgsqlConnection Open() => _source.OpenConnection();

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => _source.OpenConnectionAsync(cancellationToken);

    /// <summary>
    /// After a restart of the server every idle connection is broken, and each would fail somebody: the first failure clears them
    /// away, and is tried again on a new one.
    /// </summary>
    /// <param name="repeatable">False: it must not be done a second time when it is unknown what became of the first.</param>
    /// <exception cref="StoreException">It could not be done.</exception>
    public async Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> action, bool repeatable, CancellationToken cancellationToken)
    {
        try
        {
            return await UseOnceAsync(action, cancellationToken);
        }
        catch (NpgsqlException exception) when (repeatable && PostgresErrors.IsBroken(exception))
        {
            _source.Clear();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw PostgresErrors.Translate(exception, Place);
        }

        try
        {
            return await UseOnceAsync(action, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw PostgresErrors.Translate(exception, Place);
        }
    }

    private async Task<T> UseOnceAsync<T>(Func<NpgsqlConnection, Task<T>> action, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await action(connection);
    }

    // Whatever the server's default is, a commit has reached the disk when it is reported. Stricter settings stay.
    private const string Durable = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

    private static void KeepDurable(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Durable, connection);
        command.ExecuteNonQuery();
    }

    private static async Task KeepDurableAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Durable, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose() => _source.Dispose();
}

/// <summary>Where the database is, without any secret.</summary>
internal sealed record PostgresPlace(string Host, int Port, string Database, string User)
{
    public override string ToString() => $"'{Database}' at {Host}:{Port} as '{User}'";
}
