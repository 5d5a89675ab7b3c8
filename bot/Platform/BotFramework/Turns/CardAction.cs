using System.Text.Json;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>
/// What an <c>Action.Execute</c> sends: its verb, and its data mixed with the card's inputs. All of it is a stranger's word:
/// a card can be old, changed or made up.
/// </summary>
public sealed record CardAction(string Verb, IReadOnlyDictionary<string, string> Data)
{
    private static readonly Dictionary<string, string> None = [];

    public string? this[string name] => Data.GetValueOrDefault(name);

    /// <returns>Null where the value is not the shape of a card action.</returns>
    public static CardAction? TryRead(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } envelope
        && envelope.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
        && action.TryGetProperty("verb", out var verb) && TextOf(verb) is { } name
            ? new CardAction(name, action.TryGetProperty("data", out var data) ? Flatten(data) : None)
            : null;

    /// <summary>The scalar members as text: clients send inputs as strings, and write <c>true</c> and <c>"true"</c> alike.</summary>
    public static IReadOnlyDictionary<string, string> Flatten(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } data) return None;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in data.EnumerateObject())
        {
            if (TextOf(member.Value) is { } text) values[member.Name] = text;
        }

        return values;
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: valid JSON, but no text.
            return null;
        }
    }
}
