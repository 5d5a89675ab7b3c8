using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace FastTrackBot.Tests.Platform.BotFramework.Authentication;

/// <summary>A signing key as an issuer publishes it. The key pairs are made once: making them takes longer than a test.</summary>
public sealed record TestKey(string Id, RSA Rsa, string[]? Endorsements)
{
    private static readonly RSA FirstPair = RSA.Create(2048);
    private static readonly RSA SecondPair = RSA.Create(2048);

    public static TestKey First { get; } = new("key-1", FirstPair, ["msteams", "webchat"]);

    public static TestKey Second { get; } = new("key-2", SecondPair, ["msteams"]);

    /// <summary>What a forger can do: the published id, but not the published key.</summary>
    public static TestKey Forged { get; } = First with { Rsa = SecondPair };

    public JsonObject Published()
    {
        var parameters = Rsa.ExportParameters(false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (Endorsements is not null)
            key["endorsements"] = new JsonArray([.. Endorsements.Select(e => JsonValue.Create(e))]);
        return key;
    }
}
