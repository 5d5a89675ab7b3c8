using Microsoft.Data.Sqlite;

namespace FastTrackBot.Platform.Storage.Sqlite;

/// <summary>
/// The statements of the one writing connection. As nobody else writes, a commit is checked first and written after:
/// what conflicts has changed nothing, and needs no savepoint inside the shared transaction.
/// </summary>
internal sealed class SqliteTransactionWriter : IDisposable
{
    /// <summary>At Teams' own ceiling of 50 requests a second this is ten minutes, and Teams gives up repeating long before.</summary>
    internal const int TurnsKept = 30_000;

    /// <summary>Old turns are deleted some at a time: each deletion touches pages that the next one would touch again.</summary>
    private const int TurnsPurgedTogether = 100;

    private readonly SqliteConnection _connection;
    private readonly SqliteDocumentCache _documents;
    private readonly SqliteStatement _begin, _commit, _rollback;
    private readonly SqliteStatement _readVersion, _write, _delete;
    private readonly SqliteStatement _findTurn, _insertTurn, _insertPending, _deletePending, _purgeTurns, _forgetTurns;

    /// <summary>What this transaction has written so far; the cache learns it when it is on the disk.</summary>
    private readonly Dictionary<DocumentKey, StoredDocument?> _written = [];

    private long _lastTurn;
    private long _lastPurged;

    public SqliteTransactionWriter(SqliteConnection connection, SqliteDocumentCache documents)
    {
        _connection = connection;
        _documents = documents;
        SqliteStatement Prepare(string sql) => new(connection, sql);
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _readVersion = Prepare("SELECT version FROM documents WHERE kind = ?1 AND partition = ?2 AND id = ?3");
        _write = Prepare(
            """
            INSERT INTO documents (kind, partition, id, version, json) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (kind, partition, id) DO UPDATE SET version = excluded.version, json = excluded.json
            """);
        _delete = Prepare("DELETE FROM documents WHERE kind = ?1 AND partition = ?2 AND id = ?3");
        _findTurn = Prepare(
            "SELECT outcome, EXISTS (SELECT 1 FROM outbox WHERE outbox.seq = turns.seq) FROM turns WHERE conversation = ?1 AND activity = ?2");
        _insertTurn = Prepare("INSERT INTO turns (conversation, activity, outcome) VALUES (?1, ?2, ?3) ON CONFLICT (conversation, activity) DO NOTHING");
        _insertPending = Prepare("INSERT INTO outbox (seq) VALUES (?1)");
        _deletePending = Prepare("DELETE FROM outbox WHERE seq = (SELECT seq FROM turns WHERE conversation = ?1 AND activity = ?2)");
        _purgeTurns = Prepare("DELETE FROM turns WHERE seq <= ?1 AND seq NOT IN (SELECT seq FROM outbox)");
        _forgetTurns = Prepare(
            """
            DELETE FROM turns WHERE seq IN (
                SELECT seq FROM turns WHERE seq <= ?1 AND (?2 IS NULL OR conversation = ?2) AND seq NOT IN (SELECT seq FROM outbox) ORDER BY seq LIMIT ?3)
            """);
        Work = new SqliteWork(connection);
        _lastTurn = connection.Scalar("SELECT max(seq) FROM turns") as long? ?? 0;
    }

    /// <summary>The queue, in the same transaction.</summary>
    public SqliteWork Work { get; }

    public void Begin() => _begin.Run();

    /// <summary>When it returns, all of it is on the disk, and readers see it.</summary>
    public void Commit()
    {
        PurgeTurns();
        _commit.Run();
        _documents.Publish(_written);
        _written.Clear();
    }

    public void Rollback()
    {
        _written.Clear();
        _rollback.Run();
    }

    public CommitResult Apply(Commit commit)
    {
        if (Contended(commit.Writes) is { } contended)
        {
            // A second delivery finds the documents changed by the first: it is a duplicate all the same.
            return commit.Turn is { } late && FindTurn(late) is { } first ? Duplicate(first) : new CommitResult(CommitOutcome.Conflict, Contended: contended);
        }

        if (commit.End is { } lost && !Work.Holds(lost.Claim)) return new CommitResult(CommitOutcome.LeaseLost);
        if (commit.Turn is { } turn && !InsertTurn(turn)) return Duplicate(FindTurn(turn)!);
        foreach (var write in commit.Writes) Write(write);
        foreach (var item in commit.Work) Work.Queue(item);
        if (commit.End is { } end) Work.End(end);
        return CommitResult.Committed;
    }

    public void CompleteTurn(string conversationId, string activityId, IReadOnlyList<DocumentWrite> writes)
    {
        _deletePending.Bind(1, conversationId);
        _deletePending.Bind(2, activityId);
        _deletePending.Run();
        foreach (var write in writes) Write(write);
    }

    public ForgottenTurns ForgetTurns(long through, string? conversationId)
    {
        _forgetTurns.Bind(1, through);
        if (conversationId is null) _forgetTurns.BindNull(2);
        else _forgetTurns.Bind(2, conversationId);
        _forgetTurns.Bind(3, TurnsPurgedTogether);
        _forgetTurns.Run();
        return new ForgottenTurns(_forgetTurns.Changes, _lastTurn);
    }

    private static CommitResult Duplicate(TurnRecord earlier) => new(CommitOutcome.Duplicate, Earlier: earlier);

    private DocumentKey? Contended(IReadOnlyList<DocumentWrite> writes)
    {
        foreach (var write in writes)
        {
            if (write.ExpectedVersion != DocumentWrite.AnyVersion && VersionOf(write.Key) != write.ExpectedVersion) return write.Key;
        }

        return null;
    }

    private long VersionOf(DocumentKey key)
    {
        if (_written.TryGetValue(key, out var document) || _documents.TryGet(key, out document)) return document?.Version ?? 0;
        _readVersion.Bind(key);
        var version = _readVersion.Step() ? _readVersion.Integer(0) : 0;
        _readVersion.Reset();
        return version;
    }

    private void Write(DocumentWrite write)
    {
        if (write.Json is { } json)
        {
            var document = new StoredDocument(write.Key, VersionOf(write.Key) + 1, json);
            _write.Bind(write.Key);
            _write.Bind(4, document.Version);
            _write.Bind(5, json.Span);
            _write.Run();
            _written[write.Key] = document;
        }
        else
        {
            _delete.Bind(write.Key);
            _delete.Run();
            _written[write.Key] = null;
        }
    }

    private TurnRecord? FindTurn(TurnRecord turn)
    {
        _findTurn.Bind(1, turn.ConversationId);
        _findTurn.Bind(2, turn.ActivityId);
        var found = _findTurn.Step() ? turn with { Outcome = _findTurn.Blob(0), Pending = _findTurn.Integer(1) != 0 } : null;
        _findTurn.Reset();
        return found;
    }

    /// <returns>False when the turn is there already; then nothing was written.</returns>
    private bool InsertTurn(TurnRecord turn)
    {
        _insertTurn.Bind(1, turn.ConversationId);
        _insertTurn.Bind(2, turn.ActivityId);
        _insertTurn.Bind(3, turn.Outcome.Span);
        _insertTurn.Run();
        if (_insertTurn.Changes == 0) return false;

        _lastTurn = _insertTurn.LastId;
        if (turn.Pending)
        {
            _insertPending.Bind(1, _lastTurn);
            _insertPending.Run();
        }

        return true;
    }

    private void PurgeTurns()
    {
        var until = _lastTurn - TurnsKept;
        if (until < _lastPurged + TurnsPurgedTogether) return;
        _purgeTurns.Bind(1, until);
        _purgeTurns.Run();
        _lastPurged = until;
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)
            [_begin, _commit, _rollback, _readVersion, _write, _delete, _findTurn, _insertTurn, _insertPending, _deletePending, _purgeTurns, _forgetTurns])
        {
            statement.Dispose();
        }

        Work.Dispose();
        _connection.Dispose();
    }
}
