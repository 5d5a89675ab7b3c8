using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FastTrackBot.Benchmarks.Load;
using Microsoft.IdentityModel.Tokens;

namespace FastTrackBot.Benchmarks.Targets;

/// <summary>Stands for the Bot Connector's issuer: publishes one signing key, and signs one token with it.</summary>
internal sealed class LocalIssuer : IAsyncDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;

    private LocalIssuer(WebApplication app) => _app = app;

    public string MetadataUrl => _app.Urls.Single() + "/openidconfiguration";

    public static async Task<LocalIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new LocalIssuer(builder.Build());
        issuer._app.MapGet("/openidconfiguration", () => Results.Text(new JsonObject { ["jwks_uri"] = issuer._app.Urls.Single() + "/keys" }.ToJsonString()));
        issuer._app.MapGet("/keys", () => Results.Text(issuer.Published().ToJsonString()));
        await issuer._app.StartAsync();
        return issuer;
    }

    public string Token(string serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow();
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "key-1" };
        var claims = new JsonObject
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = BenchmarkUser.App,
            ["serviceurl"] = serviceUrl,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(4).ToUnixTimeSeconds(),
        };
        var content = $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(claims.ToJsonString())}";
        var signature = _key.SignData(System.Text.Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{content}.{Base64UrlEncoder.Encode(signature)}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private JsonObject Published()
    {
        var parameters = _key.ExportParameters(false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = "key-1",
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                ["endorsements"] = new JsonArray("msteams"),
            }),
        };
    }
}
