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
        await Assert.ThrowsAsync<StoreException>(async () => await Store.ReadAsync(new DocumentKey("kind", "tenant", "not read before"), Ct));
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
    public async Task What_a_process_that_is_no_more_had_claimed_is_taken_on_at_once()
    {
        var now = DateTimeOffset.UnixEpoch;
        await Store.CommitAsync(new Commit([]) { Work = [new WorkItem("kind", "key", now)] }, Ct);
        var lost = Assert.Single(await Store.ClaimWorkAsync("kind", 10, now, now.AddMinutes(4), Ct));

        Close(Store);
        await OpenAgainAsync();

        Assert.Equal(2, Assert.Single(await Store.ClaimWorkAsync("kind", 10, now, now.AddMinutes(4), Ct)).Attempt);
        Assert.Equal(CommitOutcome.LeaseLost, (await Store.CommitAsync(new Commit([]) { End = new WorkEnd(lost, WorkOutcome.Done, now) }, Ct)).Outcome);
    }

    [Fact]
    public async Task A_second_instance_on_the_same_file_is_told_what_to_do_instead()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(OpenAsync);
        Assert.Contains("Storage:Provider=postgres", refusal.Message, StringComparison.Ordinal);

        // The first is none the worse for it, and gives the place free when it ends.
        await CommitAsync(Write(new DocumentKey("kind", "tenant", "a"), 0, "1"));
        Close(Store);
        await OpenAgainAsync();
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
        Execute($"INSERT INTO turns (seq, conversation, activity, outcome) VALUES ({SqliteTransactionWriter.TurnsKept + 200}, 'c', 'a', x'')");

        await Store.CommitAsync(new Commit([], Turn("one more")), Ct);

        Assert.Equal(CommitOutcome.Duplicate, (await Store.CommitAsync(new Commit([], Turn("pending")), Ct)).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(new Commit([], Turn("done")), Ct)).Outcome);
    }

    [Fact]
    public async Task A_list_that_was_read_before_shows_what_was_committed_since()
    {
        var key = new DocumentKey("kind", "tenant", "a");
        Assert.Empty(await Store.ReadAllAsync("kind", "tenant", Ct));
        await CommitAsync(Write(key, 0, "1"));
        Assert.Equal(["1"], (await Store.ReadAllAsync("kind", "tenant", Ct)).Select(TextOf));
        await CommitAsync(Write(key, 1, "2"));
        Assert.Equal(["2"], (await Store.ReadAllAsync("kind", "tenant", Ct)).Select(TextOf));
        await CommitAsync(new DocumentWrite(key, 2, null));
        Assert.Empty(await Store.ReadAllAsync("kind", "tenant", Ct));
    }

    [Fact]
    public async Task A_closing_store_still_writes_what_nobody_waits_for()
    {
        await Store.CommitAsync(new Commit([], Turn("1")), Ct);
        var completion = Store.CompleteTurnAsync("conversation", "1", [], Ct);

        Close(Store);

        await completion;
        using var connection = Connect();
        Assert.Equal(0L, connection.Scalar("SELECT count(*) FROM outbox"));
    }

    [Fact]
    public async Task What_was_pending_in_a_file_of_the_first_schema_is_pending_still()
    {
        await Store.CommitAsync(new Commit([], Turn("sent", pending: false)), Ct);
        await Store.CommitAsync(new Commit([], Turn("waits")), Ct);
        Close(Store);
        Execute(
            """
            ALTER TABLE turns ADD COLUMN pending INTEGER NOT NULL DEFAULT 0;
            UPDATE turns SET pending = 1 WHERE activity = 'waits';
            CREATE INDEX turns_pending ON turns (seq) WHERE pending = 1;
            DROP TABLE outbox;
            DROP TABLE work;
            PRAGMA user_version = 1;
            """);

        using var migrated = SqliteStore.Open(File, NullLogger.Instance);

        Assert.Equal(["waits"], (await migrated.ReadPendingTurnsAsync(10, Ct)).Select(turn => turn.ActivityId));
        Assert.Equal(CommitOutcome.Duplicate, (await migrated.CommitAsync(new Commit([], Turn("sent")), Ct)).Outcome);
    }

    [Fact]
    public async Task A_file_of_the_second_schema_gets_its_queue_and_keeps_its_documents()
    {
        await CommitAsync(Write(new DocumentKey("kind", "tenant", "a"), 0, "kept"));
        Close(Store);
        Execute("DROP TABLE work; PRAGMA user_version = 2;");

        using var migrated = SqliteStore.Open(File, NullLogger.Instance);

        Assert.Equal("kept", TextOf((await migrated.ReadAsync(new DocumentKey("kind", "tenant", "a"), Ct))!));
        await migrated.CommitAsync(new Commit([]) { Work = [new WorkItem("kind", "a", DateTimeOffset.UnixEpoch)] }, Ct);
        Assert.Single(await migrated.ReadNextWorkAsync(Ct));
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
