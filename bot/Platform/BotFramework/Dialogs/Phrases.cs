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

    /// <summary>Punctuation is ignored around words, but alone it can be the phrase; Chinese keyboards write it wide.</summary>
    private bool IsQuestionMark(string text) => text is "?" or "？" && _phrases.Contains("?");
}
