using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FastTrackBot.Platform.Storage.Sqlite;

/// <summary>
/// A prepared statement on SQLite's own interface. The writer runs a handful of them for each turn, and there ADO.NET's commands,
/// parameters and readers cost more than SQLite itself. Parameters count from 1, columns from 0. Used by one thread at a time.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int MaximumOnStack = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="sql">A constant; values travel as parameters.</param>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>How many rows the last statement of this connection changed.</summary>
    public int Changes => raw.sqlite3_changes(_database);

    /// <summary>The row that this connection inserted last.</summary>
    public long LastId => raw.sqlite3_last_insert_rowid(_database);

    public void Bind(int parameter, long value) => Check(raw.sqlite3_bind_int64(_statement, parameter, value));

    // The library turns empty spans into NULL; in the two that follow they are nothing but empty.
    public void Bind(int parameter, string value)
    {
        if (value.Length == 0)
        {
            Check(raw.sqlite3_bind_text(_statement, parameter, ""));
            return;
        }

        var longest = Encoding.UTF8.GetMaxByteCount(value.Length);
        var rented = longest > MaximumOnStack ? ArrayPool<byte>.Shared.Rent(longest) : null;
        var utf8 = rented ?? stackalloc byte[MaximumOnStack];
        Check(raw.sqlite3_bind_text(_statement, parameter, utf8[..Encoding.UTF8.GetBytes(value, utf8)]));
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    public void BindNull(int parameter) => Check(raw.sqlite3_bind_null(_statement, parameter));

    public void Bind(int parameter, ReadOnlySpan<byte> value) =>
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, parameter, 0) : raw.sqlite3_bind_blob(_statement, parameter, value));

    public void Bind(DocumentKey key)
    {
        Bind(1, key.Kind);
        Bind(2, key.Partition);
        Bind(3, key.Id);
    }

    /// <summary>For statements that return nothing.</summary>
    public void Run()
    {
        Step();
        Reset();
    }

    /// <returns>Whether there is a row to read. Then <see cref="Reset"/> has to follow.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW) return true;
        if (result is raw.SQLITE_DONE) return false;
        // What failed must not hold its locks until somebody uses it again.
        raw.sqlite3_reset(_statement);
        Check(result);
        return false;
    }

    public void Reset() => raw.sqlite3_reset(_statement);

    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[] Blob(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
