using System.Globalization;
using System.Resources;

namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>
/// The phrases that mean one thing, in every language that the bot speaks: people type English into a Chinese client and the reverse.
/// In the resource file they stand in one entry, separated by semicolons.
/// </summary>
public sealed class Phrases
{
    /// <summary>The languages of the resource files.</summary>
    public static readonly IReadOnlyList<CultureInfo> Languages = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("zh-Hans")];

    private static readonly char[] Separators = [';', '；'];
    private static readonly char[] Punctuation = [' ', '.', '!', '?', ',', '。', '！', '？', '，', '\'', '"', '“', '”', '/'];

    private readonly HashSet<string> _phrases = new(StringComparer.OrdinalIgnoreCase);

    public Phrases(ResourceManager resources, string key)
    {
        foreach (var language in Languages)
        {
            var entry = resources.GetString(key, language) ?? throw new MissingManifestResourceException($"{resources.BaseName} has no '{key}'.");
            foreach (var phrase in entry.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) _phrases.Add(phrase);
        }
    }

    public bool Match(string text) => text.Length <= 100 && (_phrases.Contains(text.Trim(Punctuation)) || IsQuestionMark(text.Trim()));

    /// <summary>What follows one of the phrases.</summary>
    /// <returns>Null where the text begins with none of them, or ends there.</returns>
    public string? Rest(string text)
    {
        var words = text.Trim(Punctuation);
        var phrase = text.Length > 200 ? null
            : _phrases.Where(phrase => words.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)).MaxBy(phrase => phrase.Length);
        return phrase is null || words[phrase.Length..].Trim(Punctuation) is not { Length: > 0 } rest ? null : rest;
    }

    /// <summary>Punctuation is ignored around words, but alone it can be the phrase; Chinese keyboards write it wide.</summary>
    private bool IsQuestionMark(string text) => text is "?" or "？" && _phrases.Contains("?");
}
