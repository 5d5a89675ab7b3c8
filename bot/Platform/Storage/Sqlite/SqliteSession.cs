using Microsoft.Data.Sqlite;

namespace FastTrackBot.Platform.Storage.Sqlite;

/// <summary>A connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _read;
    private readonly SqliteCommand _readAll;
    private readonly SqliteCommand _readPending;

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
            _readPending = _connection.Prepare(
                "SELECT conversation, activity, outcome FROM outbox JOIN turns USING (seq) ORDER BY seq LIMIT $limit", "$limit");
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

    public void Dispose()
    {
        _read.Dispose();
        _readAll.Dispose();
        _readPending.Dispose();
        _connection.Dispose();
    }
}
