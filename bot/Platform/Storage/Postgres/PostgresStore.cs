using Npgsql;

namespace FastTrackBot.Platform.Storage.Postgres;

/// <summary>
/// The store for several instances: one PostgreSQL database that all of them share. Nothing is remembered between two reads, as another
/// instance may have written; whoever was late learns it at the commit.
/// </summary>
public sealed class PostgresStore : IStore, IDisposable
{
    private readonly PostgresConnections _connections;
    private readonly PostgresInstance _instance = new(Guid.NewGuid());
    private readonly PostgresGroupCommit _commits;
    private readonly PostgresGroupRead _reads;
    private readonly PostgresAnnouncements _announcements;
    private int _disposed;

    private PostgresStore(PostgresConnections connections, ILogger logger)
    {
        _connections = connections;
        _commits = new PostgresGroupCommit(connections, _instance, logger);
        _reads = new PostgresGroupRead(connections);
        _announcements = new PostgresAnnouncements(connections, _instance, () => WorkQueued?.Invoke(), logger);
    }

    public event Action? WorkQueued;

    public string Description => $"PostgreSQL {_connections.Place}";

    /// <summary>Connects, and brings the schema up to date.</summary>
    /// <exception cref="InvalidOperationException">The database cannot be used; the message says why and what to do.</exception>
    public static PostgresStore Open(string connectionString, ILogger logger)
    {
        var connections = new PostgresConnections(connectionString);
        try
        {
            using var connection = connections.Open();
            var found = PostgresMigrations.Run(connection);
            if (found != PostgresMigrations.Latest) Log.Migrated(logger, found, PostgresMigrations.Latest);
            Log.PostgresOpened(logger, connections.Place.ToString(), connection.PostgreSqlVersion, PostgresMigrations.Latest);
            return new PostgresStore(connections, logger);
        }
        catch (Exception exception)
        {
            connections.Dispose();
            if (exception is NpgsqlException) throw PostgresErrors.AtStart(exception, connections.Place, logger);
            throw;
        }
    }

    public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellationToken) => new(_reads.ReadAsync(key, cancellationToken));

    public async ValueTask<IReadOnlyList<StoredDocument?>> ReadAsync(IReadOnlyList<DocumentKey> keys, CancellationToken cancellationToken) =>
        await _reads.ReadAsync(keys, cancellationToken);

    public async ValueTask<IReadOnlyList<StoredDocument>> ReadAllAsync(string kind, string partition, CancellationToken cancellationToken) =>
        await ReadAsync(connection => PostgresQueries.ReadAllAsync(connection, kind, partition, cancellationToken), cancellationToken);

    public async ValueTask<IReadOnlyList<StoredDocument>> ReadPageAsync(string kind, DocumentKey? after, int limit, CancellationToken cancellationToken) =>
        await ReadAsync(connection => PostgresQueries.ReadPageAsync(connection, kind, after, limit, cancellationToken), cancellationToken);

    public async ValueTask<IReadOnlyList<TurnRecord>> ReadPendingTurnsAsync(int limit, CancellationToken cancellationToken) =>
        await ReadAsync(connection => PostgresQueries.TakePendingAsync(connection, _instance, limit, cancellationToken), cancellationToken);

    /// <summary>Cancellation is looked at before the commit sets out: one that is under way cannot be called back, and its outcome matters.</summary>
    public async Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Nobody waits for the end of work, which comes after the message: it may travel with others.
        var result = await _commits.EnqueueAsync(new PostgresCommit(commit), urgent: commit.End is null);
        if (result.Outcome == CommitOutcome.Committed && commit.Work.Count > 0)
        {
            WorkQueued?.Invoke();
            _announcements.WorkQueued();
        }

        return result;
    }

    public Task CompleteTurnAsync(
        string conversationId, string activityId, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) =>
        _commits.EnqueueAsync(new PostgresCommit(new Commit(writes), (conversationId, activityId)), urgent: writes.Count > 0);

    public Task<ForgottenTurns> ForgetTurnsAsync(long through, string? conversationId, CancellationToken cancellationToken) =>
        ReadAsync(connection => PostgresQueries.ForgetTurnsAsync(connection, through, conversationId), cancellationToken);

    public Task<IReadOnlyList<WorkClaim>> ClaimWorkAsync(
        string kind, int limit, DateTimeOffset now, DateTimeOffset leaseEnd, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Like a commit it is not called back: work that was claimed for nobody would rest until its lease runs out.
        return ReadAsync(connection => PostgresQueries.ClaimAsync(connection, kind, limit, now, leaseEnd), CancellationToken.None);
    }

    public async ValueTask<IReadOnlyDictionary<string, DateTimeOffset>> ReadNextWorkAsync(CancellationToken cancellationToken) =>
        await ReadAsync(connection => PostgresQueries.ReadNextWorkAsync(connection, cancellationToken), cancellationToken);

    public async ValueTask<IReadOnlyList<WorkBacklog>> ReadBacklogAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await ReadAsync(connection => PostgresQueries.ReadBacklogAsync(connection, now, cancellationToken), cancellationToken);

    public async Task CheckAsync(CancellationToken cancellationToken) =>
        await ReadAsync(connection => PostgresQueries.CheckAsync(connection, cancellationToken), cancellationToken);

    private Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> query, CancellationToken cancellationToken) =>
        _connections.UseAsync(query, repeatable: true, cancellationToken);

    /// <summary>Writes what has gathered, and leaves to the others what it still had to say.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _commits.Dispose();
        _announcements.Dispose();
        try
        {
            using var connection = _connections.Open();
            PostgresQueries.LeavePending(connection, _instance);
        }
        catch (NpgsqlException)
        {
            // Then they take it over after a while of silence.
        }

        _connections.Dispose();
    }
}
