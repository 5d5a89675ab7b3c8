using FastTrackBot.Tests.Platform.Storage.Postgres;

namespace FastTrackBot.Tests.Bot;

/// <summary>The same, kept in PostgreSQL.</summary>
public sealed class RetentionScriptsOnPostgres : RetentionScripts, IAsyncLifetime
{
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        if (_database.Length > 0) await (await PostgresServer.SharedAsync()).DropDatabaseAsync(_database);
    }

    protected override Task<BotHost> StartAsync(Action<BotHost>? configure = null) => base.StartAsync(bot =>
    {
        bot.UsePostgres(_database);
        configure?.Invoke(bot);
    });
}
