using System.Diagnostics.CodeAnalysis;
using System.Text;
using FastTrackBot.Platform.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Benchmarks.Reminders;

/// <summary>A new file of SQLite's, which lives in the process that is measured.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant of this file.")]
internal sealed class SqliteDatabase(string file) : IReminderDatabase
{
    public string Name => "SQLite";

    public (string Provider, string Place) Settings => ("sqlite", file);

    public bool MayRepeat => false;

    public Task SeedAsync(ReminderSeed seed)
    {
        SqliteStore.Open(file, NullLogger.Instance).Dispose();
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        using (var document = connection.CreateCommand())
        {
            document.CommandText = "INSERT INTO documents (kind, partition, id, version, json) VALUES ($kind, $partition, $id, 1, $json)";
            foreach (var one in seed.Documents()) Run(document, ("$kind", one.Kind), ("$partition", one.Partition), ("$id", one.Id), ("$json", Encoding.UTF8.GetBytes(one.Json)));
        }

        using (var work = connection.CreateCommand())
        {
            work.CommandText = "INSERT INTO work (kind, key, due, ready) VALUES ($kind, $key, $due, $due)";
            foreach (var one in seed.Work()) Run(work, ("$kind", one.Kind), ("$key", one.Key), ("$due", one.Due.ToUnixTimeMilliseconds()));
        }

        transaction.Commit();
        return Task.CompletedTask;
    }

    public Task RepeatAsync() => throw new NotSupportedException("What the process remembers would be wrong.");

    public Task<(long Told, long Waiting)> CheckAsync()
    {
        using var connection = Open();
        using var told = connection.CreateCommand();
        told.CommandText = """SELECT count(*) FROM documents WHERE kind = 'digest' AND CAST(json AS TEXT) LIKE '%"outcome":"Delivered"%'""";
        using var waiting = connection.CreateCommand();
        waiting.CommandText = "SELECT count(*) FROM work WHERE kind = 'digest' AND due <= $morning";
        waiting.Parameters.AddWithValue("$morning", ReminderSeed.Morning.ToUnixTimeMilliseconds());
        return Task.FromResult(((long)told.ExecuteScalar()!, (long)waiting.ExecuteScalar()!));
    }

    public TimeSpan Processor() => TimeSpan.Zero;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Run(SqliteCommand command, params (string Name, object Value)[] values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
