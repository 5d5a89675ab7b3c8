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

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin, _commit, _rollback;
    private readonly SqliteCommand _version, _upsert, _delete;
    private readonly SqliteCommand _findTurn, _insertTurn, _completeTurn, _purgeTurns;

    public SqliteTransactionWriter(SqliteConnection connection)
    {
        _connection = connection;
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _rollback = connection.Prepare("ROLLBACK");
        _version = connection.Prepare(
            "SELECT version FROM documents WHERE kind = $kind AND partition = $partition AND id = $id", "$kind", "$partition", "$id");
        _upsert = connection.Prepare(
            """
            INSERT INTO documents (kind, partition, id, version, json) VALUES ($kind, $partition, $id, 1, $json)
            ON CONFLICT (kind, partition, id) DO UPDATE SET version = version + 1, json = excluded.json
            """,
            "$kind", "$partition", "$id", "$json");
        _delete = connection.Prepare(
            "DELETE FROM documents WHERE kind = $kind AND partition = $partition AND id = $id", "$kind", "$partition", "$id");
        _findTurn = connection.Prepare(
            "SELECT outcome, pending FROM turns WHERE conversation = $conversation AND activity = $activity", "$conversation", "$activity");
        _insertTurn = connection.Prepare(
            "INSERT INTO turns (conversation, activity, pending, outcome) VALUES ($conversation, $activity, $pending, $outcome)",
            "$conversation", "$activity", "$pending", "$outcome");
        _completeTurn = connection.Prepare(
            "UPDATE turns SET pending = 0 WHERE conversation = $conversation AND activity = $activity", "$conversation", "$activity");
        _purgeTurns = connection.Prepare(
            $"DELETE FROM turns WHERE seq <= (SELECT max(seq) FROM turns) - {TurnsKept} AND pending = 0");
    }

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    public void Rollback() => _rollback.ExecuteNonQuery();

    public CommitResult Apply(Commit commit)
    {
        if (commit.Turn is { } turn && FindTurn(turn) is { } earlier) return new CommitResult(CommitOutcome.Duplicate, Earlier: earlier);

        foreach (var write in commit.Writes)
        {
            if (write.ExpectedVersion != DocumentWrite.AnyVersion && VersionOf(write.Key) != write.ExpectedVersion)
            {
                return new CommitResult(CommitOutcome.Conflict, Contended: write.Key);
            }
        }

        foreach (var write in commit.Writes) Write(write);
        if (commit.Turn is { } record) InsertTurn(record);
        return CommitResult.Committed;
    }

    public void CompleteTurn(string conversationId, string activityId, IReadOnlyList<DocumentWrite> writes)
    {
        _completeTurn.Parameters[0].Value = conversationId;
        _completeTurn.Parameters[1].Value = activityId;
        _completeTurn.ExecuteNonQuery();
        foreach (var write in writes) Write(write);
    }

    public void PurgeTurns() => _purgeTurns.ExecuteNonQuery();

    private TurnRecord? FindTurn(TurnRecord turn)
    {
        _findTurn.Parameters[0].Value = turn.ConversationId;
        _findTurn.Parameters[1].Value = turn.ActivityId;
        using var row = _findTurn.ExecuteReader();
        return row.Read() ? turn with { Outcome = row.GetFieldValue<byte[]>(0), Pending = row.GetBoolean(1) } : null;
    }

    private long VersionOf(DocumentKey key)
    {
        Bind(_version, key);
        return _version.ExecuteScalar() is long version ? version : 0;
    }

    private void Write(DocumentWrite write)
    {
        var command = write.Json is null ? _delete : _upsert;
        Bind(command, write.Key);
        if (write.Json is { } json) command.Parameters[3].Value = json.ToArray();
        command.ExecuteNonQuery();
    }

    private void InsertTurn(TurnRecord turn)
    {
        _insertTurn.Parameters[0].Value = turn.ConversationId;
        _insertTurn.Parameters[1].Value = turn.ActivityId;
        _insertTurn.Parameters[2].Value = turn.Pending;
        _insertTurn.Parameters[3].Value = turn.Outcome.ToArray();
        _insertTurn.ExecuteNonQuery();
    }

    private static void Bind(SqliteCommand command, DocumentKey key)
    {
        command.Parameters[0].Value = key.Kind;
        command.Parameters[1].Value = key.Partition;
        command.Parameters[2].Value = key.Id;
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)
            [_begin, _commit, _rollback, _version, _upsert, _delete, _findTurn, _insertTurn, _completeTurn, _purgeTurns])
        {
            command.Dispose();
        }

        _connection.Dispose();
    }
}
