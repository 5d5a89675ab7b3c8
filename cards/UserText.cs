using System.Text;
using System.Text.Json.Serialization;

namespace FastTrackBot.Cards;

/// <summary>
/// A text that a person typed, on its way into a card. Cards render Markdown, links and mentions in every TextBlock and FactSet;
/// serialised, this text is escaped so that it shows as it was typed and does none of that.
/// </summary>
[JsonConverter(typeof(UserTextConverter))]
public readonly record struct UserText(string Text)
{
    /// <summary>Invisible, takes no space, allows no line break: it only separates what would be understood together.</summary>
    private const char WordJoiner = '\u2060';

    private const string Significant = @"\`*_{}[]()#+~>|!";

    public static implicit operator UserText(string text) => new(text);

    public static string Escape(string text)
    {
        var folded = Fold(text);
        var escaped = new StringBuilder(folded.Length + 16);
        for (var i = 0; i < folded.Length; i++)
        {
            var character = folded[i];
            if (Significant.Contains(character, StringComparison.Ordinal) || StartsList(folded, i)) escaped.Append('\\');
            escaped.Append(character);
            if (Separates(folded, i)) escaped.Append(WordJoiner);
        }

        return escaped.ToString();
    }

    public override string ToString() => Text;

    // A card's text is one line: without line breaks it has one beginning, so there is one place at which a list or heading could start.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else if (!char.IsControl(character) && !TurnsDirection(character))
            {
                folded.Append(character);
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    private static bool TurnsDirection(char character) =>
        character is '\u061c' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f';

    // "- item", "-----" and "1. item" at the beginning; "+" and "1)" are escaped wherever they stand.
    private static bool StartsList(string text, int position) => text[position] switch
    {
        '-' => position == 0,
        '.' => position > 0 && text.AsSpan(0, position).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };

    // "<at>" would be a mention, "&lt;" a character, "//", "mailto:" and "www." links.
    private static bool Separates(string text, int position) => text[position] switch
    {
        '<' => true,
        '&' => position + 1 < text.Length && char.IsAsciiLetter(text[position + 1]),
        '/' => position + 1 < text.Length && text[position + 1] == '/',
        ':' => text.AsSpan(0, position).EndsWith("mailto", StringComparison.OrdinalIgnoreCase),
        '.' => text.AsSpan(0, position).EndsWith("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
