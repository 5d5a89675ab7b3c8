using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Tests.Platform.Storage.Sqlite;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fasttrackbot-");

    private string File => Path.Combine(_folder.FullName, "made", "on", "demand", "bot.db");

    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(SqliteStore.Open(File, NullLogger.Instance));

    protected override Task SetNewerSchemaAsync()
    {
        Execute("PRAGMA user_version = 99");
        return Task.CompletedTask;
    }

    protected override ValueTask DropAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_transaction_that_failed_leaves_what_was_there_and_the_next_one_works()
    {
        await CommitAsync(Write(new DocumentKey("kind", "tenant", "a"), 0, "1"));
        // The table is gone for a while: reads and writes fail as they do on a broken file.
        using var other = Connect();
        using var locked = other.CreateCommand();
        locked.CommandText = "ALTER TABLE documents RENAME TO hidden";
        locked.ExecuteNonQuery();
        await Assert.ThrowsAsync<StoreException>(() => CommitAsync(Write(new DocumentKey("kind", "tenant", "b"), 0, "2")));
        await Assert.ThrowsAsync<StoreException>(async () => await Store.ReadAsync(new DocumentKey("kind", "tenant", "a"), Ct));
        locked.CommandText = "ALTER TABLE hidden RENAME TO documents";
        locked.ExecuteNonQuery();

        await CommitAsync(Write(new DocumentKey("kind", "tenant", "b"), 0, "3"));

        Assert.Equal(["1", "3"], (await Store.ReadAllAsync("kind", "tenant", Ct)).Select(TextOf));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        var path = Path.Combine(_folder.FullName, "letter.db");
        await System.IO.File.WriteAllTextAsync(path, new string('x', 5000), Ct);

        Assert.Throws<SqliteException>(() => SqliteStore.Open(path, NullLogger.Instance));
    }

    [Fact]
    public async Task Readers_do_not_wait_for_a_writer()
    {
        await CommitAsync(Write(new DocumentKey("kind", "tenant", "a"), 0, "1"));
        using var other = Connect();
        using var writer = other.BeginTransaction();
        using var change = other.CreateCommand();
        change.Transaction = writer;
        change.CommandText = "UPDATE documents SET version = 2";
        change.ExecuteNonQuery();

        Assert.Equal(1, (await Store.ReadAsync(new DocumentKey("kind", "tenant", "a"), Ct))!.Version);
    }

    [Fact]
    public async Task Old_turns_that_are_done_are_forgotten_and_pending_ones_never()
    {
        await Store.CommitAsync(new Commit([], Turn("pending")), Ct);
        await Store.CommitAsync(new Commit([], Turn("done", pending: false)), Ct);
        // As if the bot had had as many turns as it keeps.
        Execute($"INSERT INTO turns (seq, conversation, activity, pending, outcome) VALUES ({SqliteTransactionWriter.TurnsKept + 10}, 'c', 'a', 0, x'')");

        await Store.CheckAsync(Ct);

        Assert.Equal(CommitOutcome.Duplicate, (await Store.CommitAsync(new Commit([], Turn("pending")), Ct)).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(new Commit([], Turn("done")), Ct)).Outcome);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }
}
