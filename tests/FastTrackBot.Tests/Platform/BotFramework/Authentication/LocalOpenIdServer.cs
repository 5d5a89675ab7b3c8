using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FastTrackBot.Tests.Platform.BotFramework.Authentication;

/// <summary>An issuer's published side over real HTTP on this machine: metadata and keys, which can be rotated and made to fail.</summary>
public sealed class LocalOpenIdServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private TestKey[] _keys = [TestKey.First];
    private int _fetches;

    private LocalOpenIdServer(WebApplication app) => _app = app;

    public string Root => _app.Urls.Single();

    /// <summary>What Bot:OpenIdMetadataUrl is set to.</summary>
    public string MetadataUrl => Root + "/v1/.well-known/openidconfiguration";

    /// <summary>Answers 500 instead of keys.</summary>
    public bool Failing { get; set; }

    /// <summary>How often the keys were asked for, with or without success.</summary>
    public int Fetches => _fetches;

    public static async Task<LocalOpenIdServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LocalOpenIdServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public void Publish(params TestKey[] keys) => _keys = keys;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.EndsWith("configuration", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync(new JsonObject { ["issuer"] = Root, ["jwks_uri"] = Root + "/keys" }.ToJsonString());
            return;
        }

        Interlocked.Increment(ref _fetches);
        if (Failing)
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        else
            await context.Response.WriteAsync(new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(k => k.Published())]) }.ToJsonString());
    }
}
