using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace FastTrackBot.Platform.BotFramework.Authentication;

/// <param name="Endorsements">The channels that the Bot Connector lets this key speak for; none at keys of Entra.</param>
public sealed record SigningKey(SecurityKey Key, IReadOnlyCollection<string> Endorsements);

/// <summary>The keys of one issuer as they were published at one moment. A refresh makes a new set, so identity tells old from new.</summary>
public sealed class SigningKeySet(FrozenDictionary<string, SigningKey> byId, DateTimeOffset fetchedAt)
{
    public int Count => byId.Count;

    public SigningKey? Find(string keyId) => byId.GetValueOrDefault(keyId);

    public TimeSpan AgeAt(DateTimeOffset now) => now - fetchedAt;

    public static SigningKeySet From(JsonWebKeySet published, DateTimeOffset fetchedAt)
    {
        ArgumentNullException.ThrowIfNull(published);
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in published.Keys.Where(k => k is { Kty: "RSA", Kid.Length: > 0 } && k.Use is null or "sig"))
            keys[key.Kid] = new SigningKey(key, EndorsementsOf(key));
        return new SigningKeySet(keys.ToFrozenDictionary(StringComparer.Ordinal), fetchedAt);
    }

    private static HashSet<string> EndorsementsOf(JsonWebKey key)
    {
        // The library keeps members that it does not know as JSON of a type of its own, which prints as JSON.
        if (!key.AdditionalData.TryGetValue("endorsements", out var raw) || raw?.ToString() is not { Length: > 0 } json)
            return [];
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind is JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.String).Select(e => e.GetString()!)]
            : [];
    }
}
