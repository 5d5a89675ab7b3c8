using System.Collections.Frozen;
using System.Text.Json;

namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>The names of what can go wrong: those of Teams that the bot acts on, and its own for calls without an answer.</summary>
public static class ConnectorErrors
{
    /// <summary>The service URL is not one that the bot may write to; nothing was sent.</summary>
    public const string UntrustedServiceUrl = "UntrustedServiceUrl";

    /// <summary>No answer in time, or the connection broke: it may have been done.</summary>
    public const string TimedOut = "TimedOut";

    /// <summary>No connection; nothing was sent.</summary>
    public const string Unreachable = "Unreachable";

    /// <summary>Entra gave no token; nothing was sent.</summary>
    public const string NoToken = "NoToken";

    internal const string WritesBlockedSubCode = "209";

    internal static readonly FrozenSet<string> Blocking = FrozenSet.ToFrozenSet(
        ["BotNotInConversationRoster", "BotDisabledByAdmin", "ConversationBlockedByUser", "MessageWritesBlocked"], StringComparer.OrdinalIgnoreCase);

    internal static ConnectorException From(HttpMethod method, ConnectorResponse response)
    {
        var (code, subCode, message) = Parse(response.Body);
        return new ConnectorException(response.Status, code, $"{method} was answered with {response.Status} {code}: {message ?? "(no reason given)"}")
        {
            SubCode = subCode,
            RetryAfter = response.RetryAfter,
            CorrelationVector = response.CorrelationVector,
        };
    }

    private static (string? Code, string? SubCode, string? Message) Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Member(document.RootElement, "error") is { } error
                ? (Text(error, "code"), Text(error, "subCode"), Text(error, "message"))
                : default;
        }
        catch (JsonException) // gateways answer in HTML
        {
            return default;
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement element, string name) => Member(element, name) switch
    {
        { ValueKind: JsonValueKind.String or JsonValueKind.Number } member => member.ToString(),
        _ => null,
    };
}
