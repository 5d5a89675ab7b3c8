using System.Text;
using FastTrackBot.Tests.Platform.Storage.Postgres;
using Npgsql;

namespace FastTrackBot.Tests.Bot;

/// <summary>The same, kept in PostgreSQL.</summary>
public sealed class ForgetScriptsOnPostgres : ForgetScripts, IAsyncLifetime
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

    protected override async Task<IReadOnlyList<(string Kind, string Text)>> DocumentsAsync(BotHost bot)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("SELECT kind, partition || '/' || id, json FROM documents", connection);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<(string, string)> all = [];
        while (await rows.ReadAsync(TestContext.Current.CancellationToken)) all.Add((rows.GetString(0), rows.GetString(1) + " " + Encoding.UTF8.GetString(rows.GetFieldValue<byte[]>(2))));
        return all;
    }
}
