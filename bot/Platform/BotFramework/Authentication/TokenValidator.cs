using System.Buffers;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FastTrackBot.Platform.BotFramework.Authentication;

/// <summary>Whether a bearer token was made for this bot by one of its trusted issuers, and is good now.</summary>
public sealed class TokenValidator
{
    /// <summary>
    /// What a token is written with (RFC 7515). The library also reads the letters of ordinary Base64: one token could then be spelt in several ways.
    /// </summary>
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private const int LongestToken = 16 * 1024;
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new();
    private readonly List<TrustedIssuer> _issuers = [];
    private readonly TokenCache _valid;
    private readonly TimeProvider _time;

    public TokenValidator(IOptions<BotOptions> options, CloudEndpoints cloud, TimeProvider time, ILogger<SigningKeys> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(cloud);
        (_time, _valid) = (time, new TokenCache(time));
        var bot = options.Value;
        if (MissingSettings(bot).Any())
            return;
        var metadata = string.IsNullOrEmpty(bot.OpenIdMetadataUrl) ? cloud.ConnectorMetadata : bot.OpenIdMetadataUrl;
        _issuers.Add(new ConnectorIssuer(cloud.ConnectorIssuer, bot.AppId!, new SigningKeys(metadata, time, log)));
        if (bot.AllowedCallers.Count > 0 && !string.IsNullOrEmpty(bot.TenantId))
            _issuers.Add(new EntraIssuer(cloud, bot, new SigningKeys(EntraIssuer.ForTenant(cloud.EntraMetadata, bot.TenantId), time, log)));
    }

    /// <summary>Without these there is nothing to hold a token against, and every one is refused.</summary>
    public static IEnumerable<string> MissingSettings(BotOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrWhiteSpace(options.AppId))
            yield return "Bot:AppId";
        if (string.IsNullOrWhiteSpace(options.TenantId) && options.AllowedTenants.Count == 0)
            yield return "Bot:TenantId";
    }

    public bool IsConfigured => _issuers.Count > 0;

    /// <summary>The caller of a token that was validated a moment ago, without any cryptography.</summary>
    public Caller? Recall(ReadOnlySpan<char> token) => _valid.Find(token);

    public async ValueTask<AuthenticationResult> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length > LongestToken)
            return Refusal.Unauthorized("token.too-long", $"The token has {token.Length} characters");
        // Five parts would be an encrypted token: the library must not even try.
        if (token.AsSpan().Count('.') != 2 || token.AsSpan().ContainsAnyExcept(Letters) || Parse(token) is not { } jwt)
            return Refusal.Unauthorized("token.malformed", "The token is not a signed JWT");
        if (!Algorithms.Contains(jwt.Alg))
            return Refusal.Unauthorized("token.algorithm", $"The token is signed with {Refusal.Quote(jwt.Alg)}");
        if (_issuers.Find(i => i.Names.Contains(jwt.Issuer)) is not { } issuer)
            return Refusal.Unauthorized("token.issuer", $"The token is from {Refusal.Quote(jwt.Issuer)} for {Audience(jwt)}");
        return await ValidateAsync(token, jwt, issuer, cancellationToken);
    }

    private async ValueTask<AuthenticationResult> ValidateAsync(string token, JsonWebToken jwt, TrustedIssuer issuer, CancellationToken cancellationToken)
    {
        if (await issuer.Keys.GetAsync(jwt.Kid ?? "", cancellationToken) is not { } keys)
            return Refusal.Unavailable("keys.unavailable", $"The signing keys of {jwt.Issuer} cannot be had now");
        if (keys.Find(jwt.Kid ?? "") is not { } key)
            return Refusal.Unauthorized("token.unknown-key", $"{jwt.Issuer} has no key {Refusal.Quote(jwt.Kid)}");
        if (_handler.ValidateToken(token, Parameters(issuer, key)) is { IsValid: false } failure)
            return Refusal.Unauthorized(CodeOf(failure.Exception), $"The token is from {jwt.Issuer} for {Audience(jwt)}");
        var result = issuer.Admit(jwt, key);
        if (result.Caller is { } caller)
            _valid.Add(token, caller, jwt.ValidTo, issuer.Keys, keys);
        return result;
    }

    private TokenValidationParameters Parameters(TrustedIssuer issuer, SigningKey key) => new()
    {
        ValidIssuers = issuer.Names,
        ValidAudiences = issuer.Audiences,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        ValidAlgorithms = Algorithms,
        IssuerSigningKey = key.Key,
        LifetimeValidator = IsGoodNow, // the library's own reads the system's clock
    };

    private bool IsGoodNow(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        // What the token leaves out comes as the oldest of dates, not as null.
        if (notBefore is null || expires is null || notBefore == DateTime.MinValue || expires == DateTime.MinValue)
            throw new SecurityTokenNoExpirationException();
        if (notBefore > now + ClockSkew)
            throw new SecurityTokenNotYetValidException();
        if (expires < now - ClockSkew)
            throw new SecurityTokenExpiredException();
        return true;
    }

    private static string CodeOf(Exception? failure) => failure switch
    {
        SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException => "token.signature",
        SecurityTokenInvalidAudienceException => "token.audience",
        SecurityTokenExpiredException => "token.expired",
        SecurityTokenNotYetValidException => "token.not-yet-valid",
        SecurityTokenNoExpirationException => "token.no-lifetime",
        _ => "token.invalid",
    };

    private static string Audience(JsonWebToken jwt) => Refusal.Quote(string.Join(' ', jwt.Audiences));

    private static JsonWebToken? Parse(string token)
    {
        try
        {
            var jwt = new JsonWebToken(token);
            // These are read lazily, and throw when the payload has another type in their place.
            return jwt is { Alg: not null, Issuer: not null, Audiences: not null } && jwt.ValidTo >= DateTime.MinValue ? jwt : null;
        }
        catch (Exception) // a stranger's bytes: the library throws a dozen types, some of them its own secret
        {
            return null;
        }
    }
}
