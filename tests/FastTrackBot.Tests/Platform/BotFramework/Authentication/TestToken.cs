using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace FastTrackBot.Tests.Platform.BotFramework.Authentication;

/// <summary>A token to be minted, right in every respect until a test changes one.</summary>
public sealed record TestToken
{
    public const string AppId = "aaaaaaaa-0000-0000-0000-000000000001";
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string OtherTenant = "99999999-2222-3333-4444-555555555555";
    public const string OtherApp = "bbbbbbbb-0000-0000-0000-000000000002";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/" + Tenant + "/";

    private readonly JsonObject _header = new() { ["alg"] = "RS256", ["typ"] = "JWT" };
    private readonly JsonObject _claims = [];
    private TestKey _key = TestKey.First;

    /// <summary>As the Bot Connector makes it for one message from Teams.</summary>
    public static TestToken OfConnector(TimeProvider clock) => new TestToken()
        .With("iss", "https://api.botframework.com").With("aud", AppId).With("serviceurl", ServiceUrl)
        .Living(clock.GetUtcNow().AddMinutes(-1), clock.GetUtcNow().AddHours(1));

    /// <summary>As Entra makes it for another app of the tenant, in its v2 format.</summary>
    public static TestToken OfEntra(TimeProvider clock) => new TestToken()
        .With("iss", $"https://login.microsoftonline.com/{Tenant}/v2.0").With("aud", AppId).With("tid", Tenant).With("azp", OtherApp).With("ver", "2.0")
        .Living(clock.GetUtcNow().AddMinutes(-1), clock.GetUtcNow().AddHours(1));

    /// <summary>The same in the v1 format, with <c>appid</c> in place of <c>azp</c>.</summary>
    public static TestToken OfEntraV1(TimeProvider clock) => OfEntra(clock)
        .With("iss", $"https://sts.windows.net/{Tenant}/").With("azp", null).With("appid", OtherApp).With("ver", "1.0");

    /// <summary>Sets a claim; null takes it away.</summary>
    public TestToken With(string claim, JsonNode? value)
    {
        if (value is null)
            _claims.Remove(claim);
        else
            _claims[claim] = value;
        return this;
    }

    public TestToken WithHeader(string name, JsonNode value)
    {
        _header[name] = value;
        return this;
    }

    public TestToken Living(DateTimeOffset from, DateTimeOffset until) =>
        With("nbf", from.ToUnixTimeSeconds()).With("exp", until.ToUnixTimeSeconds());

    public TestToken SignedBy(TestKey key)
    {
        _key = key;
        return this;
    }

    public string Mint() => $"{Content()}.{Base64UrlEncoder.Encode(_key.Rsa.SignData(Bytes(), Hash(), RSASignaturePadding.Pkcs1))}";

    /// <summary>Signed with a secret, as by one who hopes that the published key is taken for one.</summary>
    public string MintWithSecret(byte[] secret)
    {
        WithHeader("alg", "HS256");
        return $"{Content()}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Bytes()))}";
    }

    public string MintUnsigned()
    {
        WithHeader("alg", "none");
        return Content() + ".";
    }

    private string Content()
    {
        _header["kid"] ??= _key.Id;
        return $"{Base64UrlEncoder.Encode(_header.ToJsonString())}.{Base64UrlEncoder.Encode(_claims.ToJsonString())}";
    }

    private byte[] Bytes() => Encoding.ASCII.GetBytes(Content());

    private HashAlgorithmName Hash() => _header["alg"]!.GetValue<string>() switch
    {
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };
}
