using System.Globalization;
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

    /// <returns>Null where there is no whole number from 0 on.</returns>
    public int? Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <returns>Null where the value is not the shape of a card action.</returns>
    public static CardAction? TryRead(JsonElement? value)
    {
        var action = Member(value, "action");
        return Member(action, "verb") is { } verb && TextOf(verb) is { } name ? new CardAction(name, Flatten(Member(action, "data"))) : null;
    }

    /// <summary>The scalar members as text: clients send inputs as strings, and write <c>true</c> and <c>"true"</c> alike.</summary>
    public static IReadOnlyDictionary<string, string> Flatten(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } data) return None;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in data.EnumerateObject())
        {
            if (Readable(member, static member => member.Name) is { } name && TextOf(member.Value) is { } text) values[name] = text;
        }

        return values;
    }

    private static JsonElement? Member(JsonElement? value, string name)
    {
        if (value is not { ValueKind: JsonValueKind.Object } element) return null;
        foreach (var member in element.EnumerateObject())
        {
            if (Readable(member, static member => member.Name) == name) return member.Value;
        }

        return null;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Readable(value, static value => value.GetString()),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>Null for half of a surrogate pair: valid JSON, but no text.</summary>
    private static string? Readable<T>(T json, Func<T, string?> read)
    {
        try
        {
            return read(json);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
