using System.Text.Json;
using System.Text.Json.Serialization;
using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>What is known of a language besides its texts: its little words, those that questions begin with, and those of other matters.</summary>
internal sealed class LanguageWords
{
    private readonly HashSet<string> _little;
    private readonly HashSet<string> _asks;

    private LanguageWords(LanguageEntry entry)
    {
        Tag = entry.Tag;
        _little = [.. Parts(entry.Little, ' ').Select(SearchTokens.Fold)];
        _asks = [.. Parts(entry.Asks, ' ').Select(SearchTokens.Fold)];
        Elsewhere = Parts(entry.Elsewhere, ',');
    }

    public static IReadOnlyList<LanguageWords> All { get; } =
        [.. EmbeddedData.Read("FastTrack/Questions/Knowledge/Data/languages.json", KnowledgeJson.Default.LanguageFile).Languages.Select(entry => new LanguageWords(entry))];

    public string Tag { get; }

    /// <summary>Words of matters that the passages are not about, such as a printer.</summary>
    public IReadOnlyList<string> Elsewhere { get; }

    public static LanguageWords? Find(string tag) => All.FirstOrDefault(words => words.Tag == tag);

    public bool IsLittle(string token) => _little.Contains(token);

    /// <summary>How many of the words are of this language's little ones.</summary>
    public int Familiar(IEnumerable<string> tokens) => tokens.Count(_little.Contains);

    /// <summary>Whether a text begins like a question; where no blanks part the words, whether it holds a word that asks.</summary>
    public bool Asks(string folded, IReadOnlyList<string> tokens) =>
        tokens.Count > 1 && _asks.Contains(tokens[0]) || _asks.Any(word => !WritesBlanks(word) && folded.Contains(word, StringComparison.Ordinal));

    private static bool WritesBlanks(string word) => SearchTokens.Of(word) is not [var first, ..] || SearchTokens.IsWord(first);

    private static string[] Parts(string text, char separator) => text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

internal sealed record LanguageFile(IReadOnlyList<LanguageEntry> Languages);

/// <param name="Asks">Words, with blanks between them.</param>
/// <param name="Little">Likewise: by them the language of a text in Latin letters is known.</param>
/// <param name="Elsewhere">Words of matters that the passages are not about, with commas between them.</param>
internal sealed record LanguageEntry(string Tag, string Asks, string Little, string Elsewhere);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LanguageFile))]
[JsonSerializable(typeof(SearchSettings))]
[JsonSerializable(typeof(ScriptFile))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;
