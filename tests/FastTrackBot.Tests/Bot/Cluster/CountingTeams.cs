using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FastTrackBot.Tests.Bot.Cluster;

/// <summary>Teams' side of the connector without limits: takes every message, and counts them by conversation.</summary>
internal sealed class CountingTeams : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CountingTeams(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, int> Messages { get; } = [];

    public string Url => _app.Urls.Single();

    public static async Task<CountingTeams> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var teams = new CountingTeams(builder.Build());
        teams._app.MapPost("/v3/conversations/{conversation}/activities", async (string conversation, HttpContext http) =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            teams.Messages.AddOrUpdate(conversation, 1, (_, count) => count + 1);
            http.Response.StatusCode = StatusCodes.Status201Created;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"id":"1"}""", http.RequestAborted);
        });
        await teams._app.StartAsync();
        return teams;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
