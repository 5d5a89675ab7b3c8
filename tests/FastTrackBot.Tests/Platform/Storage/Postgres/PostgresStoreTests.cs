using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Tests.Platform.Storage.Postgres;

public sealed class PostgresStoreTests : StoreContract
{
    private string? _database;

    protected override async Task<IStore> OpenAsync()
    {
        _database ??= await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        return PostgresStore.Open(_database, NullLogger.Instance);
    }

    protected override Task SetNewerSchemaAsync() => PostgresServer.ExecuteAtAsync(_database!, "UPDATE schema_version SET version = 99");

    protected override async ValueTask DropAsync()
    {
        if (_database is not null) await (await PostgresServer.SharedAsync()).DropDatabaseAsync(_database);
    }

    [Fact]
    public async Task A_commit_that_the_server_refuses_fails_alone_and_its_company_goes_through()
    {
        // PostgreSQL knows no text with a zero in it.
        var commits = Enumerable.Range(0, 100).Select(number => (Number: number, Key: new DocumentKey("kind", "tenant", number == 50 ? "a\0b" : $"{number:D3}")));

        var results = await Task.WhenAll(commits.Select(async commit =>
        {
            try
            {
                return (await CommitAsync(Write(commit.Key, 0, "x"))).Outcome.ToString();
            }
            catch (StoreException)
            {
                return $"refused {commit.Number}";
            }
        }));

        Assert.Equal(["refused 50"], results.Where(result => result != "Committed"));
        Assert.Equal(99, (await Store.ReadAllAsync("kind", "tenant", Ct)).Count);
    }

    [Fact]
    public async Task Three_that_start_together_on_an_empty_database_make_its_schema_once()
    {
        var server = await PostgresServer.SharedAsync();
        var empty = await server.CreateDatabaseAsync();

        var stores = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => PostgresStore.Open(empty, NullLogger.Instance), Ct)));

        foreach (var store in stores) await store.CheckAsync(Ct);
        foreach (var store in stores) store.Dispose();
        await server.DropDatabaseAsync(empty);
    }

    [Fact]
    public async Task Turns_of_more_than_an_hour_ago_are_forgotten_unless_they_are_pending()
    {
        await Store.CommitAsync(new Commit([], Turn("pending")), Ct);
        await Store.CommitAsync(new Commit([], Turn("done", pending: false)), Ct);
        await PostgresServer.ExecuteAtAsync(_database!, "UPDATE turns SET had = now() - interval '61 minutes'");

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(number => Store.CommitAsync(new Commit([], Turn($"{number}")), Ct)));
        Close(Store);

        Assert.Equal(1001L, await PostgresServer.ExecuteAtAsync(_database!, "SELECT count(*) FROM turns"));
        Assert.Equal(1L, await PostgresServer.ExecuteAtAsync(_database!, "SELECT count(*) FROM turns WHERE activity = 'pending'"));
    }

    [Fact]
    public void The_description_names_the_place_and_no_secret()
    {
        Assert.Contains("PostgreSQL 'bot_", Store.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", Store.Description, StringComparison.OrdinalIgnoreCase);
    }
}
