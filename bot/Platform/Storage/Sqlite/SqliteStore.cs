using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace FastTrackBot.Platform.Storage.Sqlite;

/// <summary>
/// The default store: one file for one process. Readers see the last commit and never wait for the writer (WAL);
/// <c>synchronous=FULL</c> means that a commit has reached the disk when it is reported.
/// </summary>
public sealed class SqliteStore : IStore, IDisposable
{
    private readonly string _connectionString;
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly SqliteDocumentCache _documents;
    private readonly SqliteGroupCommit _writer;
    private readonly FileStream _owned;
    private volatile bool _disposed;

    public event Action? WorkQueued;

    public string Description => $"SQLite {Path.ChangeExtension(_owned.Name, null)}";

    private SqliteStore(FileStream owned, string connectionString, SqliteDocumentCache documents, SqliteGroupCommit writer)
    {
        _owned = owned;
        _connectionString = connectionString;
        _documents = documents;
        _writer = writer;
    }

    /// <summary>Opens the file, makes it where there is none, and brings its schema up to date.</summary>
    public static SqliteStore Open(string path, ILogger logger)
    {
        SQLitePCL.Batteries_V2.Init();
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Our own sessions are the pool: they keep their statements prepared.
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        var owned = Own(path);
        var connection = new SqliteConnection(connectionString);
        int found;
        try
        {
            found = Prepare(connection);
        }
        catch
        {
            owned.Dispose();
            throw;
        }

        if (found != SqliteMigrations.Latest) Log.Migrated(logger, found, SqliteMigrations.Latest);
        Log.Opened(logger, path, SqliteMigrations.Latest);
        var documents = new SqliteDocumentCache();
        return new SqliteStore(owned, connectionString, documents, new SqliteGroupCommit(connection, documents, logger));
    }

    /// <summary>
    /// A second process would not see what this one remembers, and the two would overwrite each other. The system takes the lock back
    /// when the process ends, however it ends.
    /// </summary>
    private static FileStream Own(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException(
                $"The file '{path}' is in use by another instance of the bot: one SQLite file is for one. Stop the other, "
                + "or let them share a server: Storage:Provider=postgres.", exception);
        }
    }

    private static int Prepare(SqliteConnection connection)
    {
        try
        {
            connection.Open();
            // A turn's record with its card fits into one page, with no chain of pages behind it. Only a new file takes it.
            connection.Execute("PRAGMA page_size = 16384");
            connection.Execute("PRAGMA cache_size = -8192");
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = FULL");
            var found = SqliteMigrations.Run(connection);
            // The file has one process: whoever held a lease is no more, and nobody need wait until it has run out.
            connection.Execute("UPDATE work SET lease = NULL, ready = due WHERE lease IS NOT NULL");
            return found;
        }
        catch
        {
            // Nobody else knows the connection yet, and left open it would hold the file.
            connection.Dispose();
            throw;
        }
    }

    public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(!_disposed && _documents.TryGet(key, out var document) ? document : Read(key));

    public ValueTask<IReadOnlyList<StoredDocument>> ReadAllAsync(string kind, string partition, CancellationToken cancellationToken) =>
        ValueTask.FromResult((_disposed ? null : _documents.List(kind, partition)) ?? ReadAll(kind, partition));

    /// <summary>Past the cache: what goes through everything would push out what is in use.</summary>
    public ValueTask<IReadOnlyList<StoredDocument>> ReadPageAsync(string kind, DocumentKey? after, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Use(session => session.ReadPage(kind, after, limit)));

    public ValueTask<IReadOnlyList<TurnRecord>> ReadPendingTurnsAsync(int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Use(session => session.ReadPending(limit)));

    /// <summary>Cancellation is looked at before the commit sets out: one that is under way cannot be called back, and its outcome matters.</summary>
    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<CommitResult>(cancellationToken);
        var committing = _writer.EnqueueAsync(writer => writer.Apply(commit));
        return commit.Work.Count == 0 ? committing : NotifyAsync(committing);
    }

    private async Task<CommitResult> NotifyAsync(Task<CommitResult> committing)
    {
        var result = await committing;
        if (result.Outcome == CommitOutcome.Committed) WorkQueued?.Invoke();
        return result;
    }

    public Task CompleteTurnAsync(
        string conversationId, string activityId, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) =>
        _writer.EnqueueAsync(
            writer =>
            {
                writer.CompleteTurn(conversationId, activityId, writes);
                return CommitResult.Committed;
            },
            urgent: writes.Count > 0);

    public async Task<ForgottenTurns> ForgetTurnsAsync(long through, string? conversationId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ForgottenTurns forgotten = default;
        await _writer.EnqueueAsync(writer =>
        {
            forgotten = writer.ForgetTurns(through, conversationId);
            return CommitResult.Committed;
        });
        return forgotten;
    }

    public async Task<IReadOnlyList<WorkClaim>> ClaimWorkAsync(
        string kind, int limit, DateTimeOffset now, DateTimeOffset leaseEnd, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<WorkClaim> claims = [];
        await _writer.EnqueueAsync(writer =>
        {
            claims = writer.Work.Claim(kind, limit, now, leaseEnd);
            return CommitResult.Committed;
        });
        return claims;
    }

    public ValueTask<IReadOnlyDictionary<string, DateTimeOffset>> ReadNextWorkAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Use(session => session.ReadNextWork()));

    public ValueTask<IReadOnlyList<WorkBacklog>> ReadBacklogAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Use(session => session.ReadBacklog(now)));

    public Task CheckAsync(CancellationToken cancellationToken) => CommitAsync(new Commit([]), cancellationToken);

    private StoredDocument? Read(DocumentKey key)
    {
        var commits = _documents.Commits;
        var document = Use(session => session.Read(key));
        _documents.Add(key, document, commits);
        return document;
    }

    private IReadOnlyList<StoredDocument> ReadAll(string kind, string partition)
    {
        var commits = _documents.Commits;
        var documents = Use(session => session.ReadAll(kind, partition));
        _documents.Add(kind, partition, documents, commits);
        return documents;
    }

    private T Use<T>(Func<SqliteSession, T> read)
    {
        SqliteSession? session = null;
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!_idle.TryTake(out session)) session = new SqliteSession(_connectionString);
            var result = read(session);
            _idle.Add(session);
            session = null;
            // The store may have been closed meanwhile, and then nobody else empties the bag.
            if (_disposed) CloseIdle();
            return result;
        }
        catch (Exception exception) when (exception is SqliteException or ObjectDisposedException)
        {
            throw new StoreException("SQLite could not be read: " + exception.Message, exception);
        }
        finally
        {
            // Only a session that worked goes back.
            session?.Dispose();
        }
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out var session)) session.Dispose();
    }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _writer.Dispose();
        CloseIdle();
        _owned.Dispose();
    }
}
