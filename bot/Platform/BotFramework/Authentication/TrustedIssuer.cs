using Microsoft.IdentityModel.JsonWebTokens;

namespace FastTrackBot.Platform.BotFramework.Authentication;

/// <summary>One who signs tokens that this bot takes, and what such a token must hold beyond signature, audience and lifetime.</summary>
internal abstract class TrustedIssuer(SigningKeys keys)
{
    public SigningKeys Keys { get; } = keys;
    public abstract IReadOnlyCollection<string> Names { get; }
    public abstract IReadOnlyCollection<string> Audiences { get; }

    public abstract AuthenticationResult Admit(JsonWebToken token, SigningKey key);

    protected static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) && value.Length > 0 ? value : null;
}

/// <summary>The Bot Connector: all that Teams sends.</summary>
internal sealed class ConnectorIssuer(string issuer, string appId, SigningKeys keys) : TrustedIssuer(keys)
{
    public override IReadOnlyCollection<string> Names { get; } = [issuer];
    public override IReadOnlyCollection<string> Audiences { get; } = [appId];

    public override AuthenticationResult Admit(JsonWebToken token, SigningKey key) =>
        (Claim(token, "serviceurl") ?? Claim(token, "serviceUrl")) is { } serviceUrl
            ? new Caller(true, serviceUrl, key.Endorsements, null, issuer)
            : Refusal.Unauthorized("token.no-service-url", "The token holds no serviceurl");
}

/// <summary>Entra, in the bot's own tenant only, for the apps that the settings name.</summary>
internal sealed class EntraIssuer(CloudEndpoints cloud, BotOptions options, SigningKeys keys) : TrustedIssuer(keys)
{
    private readonly string _v1 = ForTenant(cloud.EntraV1Issuer, options.TenantId);

    public override IReadOnlyCollection<string> Names { get; } =
        [ForTenant(cloud.EntraV1Issuer, options.TenantId), ForTenant(cloud.EntraV2Issuer, options.TenantId)];

    public override IReadOnlyCollection<string> Audiences { get; } = [options.AppId!, $"api://{options.AppId}"];

    public static string ForTenant(string template, string? tenant) =>
        template.Replace("{tenant}", tenant, StringComparison.Ordinal);

    public override AuthenticationResult Admit(JsonWebToken token, SigningKey key)
    {
        var tenant = Claim(token, "tid");
        if (!string.Equals(tenant, options.TenantId, StringComparison.OrdinalIgnoreCase))
            return Refusal.Unauthorized("token.tenant", $"The token is of tenant {Refusal.Quote(tenant)}");
        var app = Claim(token, token.Issuer == _v1 ? "appid" : "azp");
        return app is not null && options.AllowedCallers.Contains(app, StringComparer.OrdinalIgnoreCase)
            ? new Caller(true, null, [], tenant, token.Issuer)
            : Refusal.Unauthorized("caller.not-allowed", $"The app {Refusal.Quote(app)} is not in Bot:AllowedCallers");
    }
}
