using System.Text.Json;
using System.Text.Json.Serialization;
using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>The words of a language that say little about a question, those that questions begin with, and those that mean the same.</summary>
internal sealed class LanguageWords
{
    private readonly HashSet<string> _stop;
    private readonly List<string> _stopPhrases;
    private readonly HashSet<string> _asks;
    private readonly List<IReadOnlyList<string>> _elsewhere;

    private LanguageWords(LanguageEntry entry)
    {
        Tag = entry.Tag;
        var stop = Parts(entry.Stop, ' ');
        _stop = [.. stop];
        _stopPhrases = [.. stop.Where(phrase => !WritesBlanks(phrase)).OrderByDescending(phrase => phrase.Length)];
        _asks = [.. Parts(entry.Asks, ' ')];
        _elsewhere = [.. Parts(entry.Elsewhere, ',').Select(SearchTokens.Of)];
        Synonyms = [.. entry.Synonyms.Select(group => (IReadOnlyList<IReadOnlyList<string>>)[.. Parts(group, ',').Select(SearchTokens.Of)])];
    }

    public static IReadOnlyList<LanguageWords> All { get; } =
        [.. EmbeddedData.Read("FastTrack/Questions/Knowledge/Data/languages.json", KnowledgeJson.Default.LanguageFile).Languages.Select(entry => new LanguageWords(entry))];

    public string Tag { get; }

    /// <summary>Each member of a group as the tokens that it consists of.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Synonyms { get; }

    public static LanguageWords? Find(string tag) => All.FirstOrDefault(words => words.Tag == tag);

    /// <summary>Whether a text has a word of matters that the passages are not about, in this language or in English.</summary>
    public bool IsElsewhere(string text)
    {
        var tokens = SearchTokens.Of(text);
        return _elsewhere.Concat(All[0]._elsewhere).Any(words => QuestionTerms.Find(tokens, words) >= 0);
    }

    /// <summary>The little words of English say nothing in any language: its keywords are part of each index.</summary>
    public bool IsStop(string token) => _stop.Contains(token) || All[0]._stop.Contains(token);

    /// <summary>Where no blanks part the words, a blank in the place of what says little.</summary>
    public string WithoutStopPhrases(string folded) => _stopPhrases.Aggregate(folded, (text, phrase) => text.Replace(phrase, " ", StringComparison.Ordinal));

    /// <summary>How many of the words are of this language's little ones.</summary>
    public int Familiar(IEnumerable<string> tokens) => tokens.Count(_stop.Contains);

    /// <summary>Whether a text begins like a question; where no blanks part the words, whether it holds a word that asks.</summary>
    public bool Asks(string folded, IReadOnlyList<string> tokens) =>
        tokens.Count > 1 && _asks.Contains(tokens[0]) || _asks.Any(word => !WritesBlanks(word) && folded.Contains(word, StringComparison.Ordinal));

    private static bool WritesBlanks(string word) => SearchTokens.Of(word) is not [var first, ..] || SearchTokens.IsWord(first);

    private static List<string> Parts(string text, char separator) =>
        [.. text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(SearchTokens.Fold)];
}

internal sealed record LanguageFile(IReadOnlyList<LanguageEntry> Languages);

/// <param name="Asks">Words, with blanks between them.</param>
/// <param name="Stop">Likewise.</param>
/// <param name="Elsewhere">Words of matters that the passages are not about, with commas between them.</param>
/// <param name="Synonyms">Words of a group, with commas between them.</param>
internal sealed record LanguageEntry(string Tag, string Asks, string Stop, string Elsewhere, IReadOnlyList<string> Synonyms);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LanguageFile))]
[JsonSerializable(typeof(SearchSettings))]
[JsonSerializable(typeof(ScriptFile))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;
