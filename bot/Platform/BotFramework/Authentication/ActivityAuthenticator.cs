using System.Net;
using FastTrackBot.Platform.BotFramework.Schema;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.BotFramework.Authentication;

/// <summary>
/// Who may post activities. First <see cref="AuthenticateAsync"/>, before the body is read; then <see cref="Check"/>, because what
/// a token covers shows only against the activity. An activity that did not pass both is worth nothing.
/// </summary>
public sealed class ActivityAuthenticator(
    TokenValidator tokens, ServiceUrlPolicy serviceUrls, DevelopmentBypass bypass, IOptions<BotOptions> options, ILogger<ActivityAuthenticator> log)
{
    private const string Scheme = "Bearer ";
    private static readonly Caller Nobody = new(false, null, [], null, null);
    private readonly BotOptions _options = options.Value;

    public ValueTask<AuthenticationResult> AuthenticateAsync(string? authorizationHeader, IPAddress? remote, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(authorizationHeader))
            return new(bypass.Admits(remote) ? Nobody : Refused(WithoutToken()));
        if (!tokens.IsConfigured)
            return new(NotConfigured);
        if (!authorizationHeader.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return new(Refused(Refusal.Unauthorized("authorization.scheme", "The Authorization header holds no bearer token")));
        var token = authorizationHeader.AsSpan(Scheme.Length).Trim();
        return tokens.Recall(token) is { } caller ? new(caller) : ValidateAsync(token.ToString(), cancellationToken);
    }

    /// <summary>Null: the activity may be handled, and answered at its service URL.</summary>
    public Refusal? Check(Caller caller, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(activity);
        var refusal = CheckServiceUrl(caller, activity) ?? CheckChannel(caller, activity) ?? CheckTenant(caller, activity);
        return refusal is null ? null : Refused(refusal);
    }

    private async ValueTask<AuthenticationResult> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        var result = await tokens.ValidateAsync(token, cancellationToken);
        return result.Refusal is { } refusal ? Refused(refusal) : result;
    }

    private Refusal? CheckServiceUrl(Caller caller, Activity activity)
    {
        if (IsConnector(caller) && !ServiceUrlPolicy.Same(caller.ServiceUrl, activity.ServiceUrl))
            return Refusal.Forbidden("service-url.mismatch", $"The token covers another service URL than {Refusal.Quote(activity.ServiceUrl)}");
        var trusted = IsConnector(caller) ? serviceUrls.Vouch(activity.ServiceUrl) : serviceUrls.Trusted(activity.ServiceUrl) is not null;
        return trusted ? null : Refusal.Forbidden("service-url.untrusted", $"Nothing vouches for {Refusal.Quote(activity.ServiceUrl)}");
    }

    private static Refusal? CheckChannel(Caller caller, Activity activity) =>
        !IsConnector(caller) || (activity.ChannelId is { } channel && caller.Endorsements.Contains(channel))
            ? null
            : Refusal.Forbidden("channel.not-endorsed", $"The signing key may not speak for channel {Refusal.Quote(activity.ChannelId)}");

    private Refusal? CheckTenant(Caller caller, Activity activity)
    {
        // In the bypass the local client makes up a tenant: without one in the settings there is nothing to compare it to.
        if (!caller.Authenticated && string.IsNullOrEmpty(_options.TenantId))
            return null;
        var tenant = activity.ChannelData?.Tenant?.Id ?? activity.Conversation?.TenantId;
        if (string.IsNullOrEmpty(tenant))
            return Refusal.Forbidden("tenant.missing", "The activity names no tenant");
        return string.Equals(tenant, _options.TenantId, StringComparison.OrdinalIgnoreCase)
            || _options.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase)
                ? null
                : Refusal.Forbidden("tenant.not-allowed", $"Tenant {Refusal.Quote(tenant)} is not among the bot's");
    }

    private static bool IsConnector(Caller caller) => caller is { Authenticated: true, TenantId: null };

    private Refusal WithoutToken() => tokens.IsConfigured ? Refusal.Unauthorized("authorization.missing", "There is no Authorization header") : NotConfigured;

    private static Refusal NotConfigured { get; } = Refusal.Unauthorized("bot.not-configured", "The bot does not know who it is");

    private Refusal Refused(Refusal refusal)
    {
        // A bot without settings says so once, at its start; saying it at every request helps nobody.
        if (refusal != NotConfigured)
            Log.Refused(log, refusal.Status, refusal.Code, refusal.Reason);
        return refusal;
    }
}
