using System.Globalization;

namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>
/// Reads a typed message as the answer to a prompt, so that nobody needs a button: a choice by its number, its title or the beginning of it;
/// several fields in their order, separated by semicolons or lines.
/// </summary>
public static class TypedAnswer
{
    private static readonly char[] FieldSeparators = [';', '；', '\n'];
    private static readonly char[] ChoiceSeparators = [',', '，', '、', ';', '；', '\n'];

    /// <returns>The answer; a choice that fits none stays as it was typed, for the step to refuse in its own words.</returns>
    public static Answer Read(Prompt prompt, string text)
    {
        var fields = prompt.Fields;
        if (fields.Count == 0) return new Answer(new Dictionary<string, string>());
        if (fields.Count == 1) return new Answer(new Dictionary<string, string> { [fields[0].Id] = ReadField(fields[0], text) });

        // No more parts than fields: the last one may be notes, with separators of their own.
        var parts = text.Split(FieldSeparators, fields.Count, StringSplitOptions.TrimEntries);
        var values = new Dictionary<string, string>();
        for (var i = 0; i < fields.Count; i++)
        {
            // What was not typed keeps its earlier value: correcting the first field does not empty the others.
            values[fields[i].Id] = i < parts.Length && parts[i].Length > 0 ? ReadField(fields[i], parts[i]) : fields[i].Value ?? "";
        }

        return new Answer(values);
    }

    private static string ReadField(Field field, string text) => field.Kind switch
    {
        FieldKind.Choice or FieldKind.LongChoice => Match(field.Choices, text)?.Value ?? text.Trim(),
        FieldKind.MultipleChoice => string.Join(',', text
            .Split(ChoiceSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => Match(field.Choices, part)?.Value ?? part)),
        _ => text.Trim(),
    };

    private static Choice? Match(IReadOnlyList<Choice> choices, string text)
    {
        text = text.Trim();
        if (text.Length == 0) return null;
        var exact = choices.FirstOrDefault(choice => Same(choice.Title, text) || Same(choice.Value, text));
        if (exact is not null) return exact;
        if (int.TryParse(Narrow(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= choices.Count)
        {
            return choices[number - 1];
        }

        var beginning = choices.Where(choice => choice.Title.StartsWith(text, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return beginning.Count == 1 ? beginning[0] : null;
    }

    /// <summary>Chinese keyboards write digits wide.</summary>
    private static string Narrow(string text) => string.Concat(text.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
