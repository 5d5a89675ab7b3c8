using Microsoft.Data.Sqlite;

namespace FastTrackBot.Platform.Storage.Sqlite;

/// <summary>A connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _read;
    private readonly SqliteCommand _readAll;
    private readonly SqliteCommand _readPage;
    private readonly SqliteCommand _readPending;
    private readonly SqliteCommand _readNextWork;
    private readonly SqliteCommand _readBacklog;

    public SqliteSession(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        try
        {
            _connection.Open();
            _read = _connection.Prepare(
                "SELECT version, json FROM documents WHERE kind = $kind AND partition = $partition AND id = $id", "$kind", "$partition", "$id");
            _readAll = _connection.Prepare(
                "SELECT id, version, json FROM documents WHERE kind = $kind AND partition = $partition ORDER BY id", "$kind", "$partition");
            _readPage = _connection.Prepare(
                """
                SELECT partition, id, version, json FROM documents WHERE kind = $kind AND (partition, id) > ($partition, $id)
                ORDER BY partition, id LIMIT $limit
                """,
                "$kind", "$partition", "$id", "$limit");
            _readPending = _connection.Prepare(
                "SELECT conversation, activity, outcome FROM outbox JOIN turns USING (seq) ORDER BY seq LIMIT $limit", "$limit");
            _readNextWork = _connection.Prepare("SELECT kind, min(ready) FROM work WHERE ready IS NOT NULL GROUP BY kind");
            // Of the columns that stand beside max(), SQLite takes the values of the row that has it.
            _readBacklog = _connection.Prepare(
                """
                SELECT kind, count(ready), count(CASE WHEN due <= $now THEN ready END), min(CASE WHEN ready IS NOT NULL AND due <= $now THEN due END),
                    count(CASE WHEN ready IS NOT NULL THEN reason END), sum(ready IS NULL), reason, max(failed)
                FROM work GROUP BY kind ORDER BY kind
                """,
                "$now");
        }
        catch
        {
            // A half-made session is nobody's to dispose of.
            _connection.Dispose();
            throw;
        }
    }

    public StoredDocument? Read(DocumentKey key)
    {
        _read.Parameters[0].Value = key.Kind;
        _read.Parameters[1].Value = key.Partition;
        _read.Parameters[2].Value = key.Id;
        using var row = _read.ExecuteReader();
        return row.Read() ? new StoredDocument(key, row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : null;
    }

    public IReadOnlyList<StoredDocument> ReadAll(string kind, string partition)
    {
        _readAll.Parameters[0].Value = kind;
        _readAll.Parameters[1].Value = partition;
        using var row = _readAll.ExecuteReader();
        var documents = new List<StoredDocument>();
        while (row.Read())
        {
            documents.Add(new StoredDocument(new DocumentKey(kind, partition, row.GetString(0)), row.GetInt64(1), row.GetFieldValue<byte[]>(2)));
        }

        return documents;
    }

    public IReadOnlyList<StoredDocument> ReadPage(string kind, DocumentKey? after, int limit)
    {
        _readPage.Parameters[0].Value = kind;
        _readPage.Parameters[1].Value = after?.Partition ?? "";
        _readPage.Parameters[2].Value = after?.Id ?? "";
        _readPage.Parameters[3].Value = limit;
        using var row = _readPage.ExecuteReader();
        var documents = new List<StoredDocument>();
        while (row.Read())
        {
            documents.Add(new StoredDocument(new DocumentKey(kind, row.GetString(0), row.GetString(1)), row.GetInt64(2), row.GetFieldValue<byte[]>(3)));
        }

        return documents;
    }

    public IReadOnlyList<TurnRecord> ReadPending(int limit)
    {
        _readPending.Parameters[0].Value = limit;
        using var row = _readPending.ExecuteReader();
        var turns = new List<TurnRecord>();
        while (row.Read())
        {
            turns.Add(new TurnRecord(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2), Pending: true));
        }

        return turns;
    }

    public IReadOnlyDictionary<string, DateTimeOffset> ReadNextWork()
    {
        using var row = _readNextWork.ExecuteReader();
        var next = new Dictionary<string, DateTimeOffset>();
        while (row.Read()) next[row.GetString(0)] = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1));
        return next;
    }

    public IReadOnlyList<WorkBacklog> ReadBacklog(DateTimeOffset now)
    {
        _readBacklog.Parameters[0].Value = now.ToUnixTimeMilliseconds();
        using var row = _readBacklog.ExecuteReader();
        var kinds = new List<WorkBacklog>();
        while (row.Read())
        {
            kinds.Add(new WorkBacklog(
                row.GetString(0), row.GetInt32(1), row.GetInt32(2),
                row.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
                row.GetInt32(4), row.GetInt32(5), row.IsDBNull(6) ? null : row.GetString(6)));
        }

        return kinds;
    }

    public void Dispose()
    {
        _readBacklog.Dispose();
        _readNextWork.Dispose();
        _read.Dispose();
        _readAll.Dispose();
        _readPage.Dispose();
        _readPending.Dispose();
        _connection.Dispose();
    }
}
