namespace FastTrackBot.FastTrack.Assistance;

/// <summary>A language that FastTrack helps in.</summary>
public sealed record SupportLanguage
{
    /// <summary>BCP 47.</summary>
    public required string Tag { get; init; }
    public required string NativeName { get; init; }

    /// <summary>What people may type for it, other codes included.</summary>
    public required IReadOnlyList<string> OtherNames { get; init; }
    public required Source Source { get; init; }

    /// <summary>Whether the migration team speaks it too, by <see cref="MigrationSource"/>.</summary>
    public required bool MigrationHelp { get; init; }
    public required Source MigrationSource { get; init; }

    /// <summary>Names the text of a limit, or null.</summary>
    public string? Note { get; init; }
}

public static class SupportLanguages
{
    public static IReadOnlyList<SupportLanguage> All { get; } =
        EmbeddedData.Read("FastTrack/Assistance/Data/support-languages.json", AssistanceJson.Default.SupportLanguageFile).Languages;

    private static readonly Dictionary<string, SupportLanguage> ByName = All
        .SelectMany(language => language.OtherNames.Append(language.Tag).Append(language.NativeName), (language, name) => (language, name))
        .ToDictionary(entry => entry.name.ToUpperInvariant(), entry => entry.language);

    /// <summary>Takes a tag ("de-AT" is German) or a name in English, Chinese or itself.</summary>
    public static Parsed<SupportLanguage> Parse(string? text)
    {
        if (TypedText.Clean(text, 60) is not { } clean)
            return string.IsNullOrWhiteSpace(text) ? Problem.Required : Problem.Language;

        for (var name = clean.ToUpperInvariant().Replace('_', '-'); ;)
        {
            if (ByName.TryGetValue(name, out var language))
                return language;

            // "ZH-HANT-HK" → "ZH-HANT", but "A - B" is no tag.
            var cut = name.LastIndexOf('-');
            if (cut < 2 || name.Contains(' '))
                return Problem.Language;
            name = name[..cut];
        }
    }
}

internal sealed record SupportLanguageFile(IReadOnlyList<SupportLanguage> Languages);
