using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Commands;

/// <summary>
/// What people type for a command in each of FastTrack's languages, whatever the language of their client, slips of the finger included.
/// A command that acts at once is never run for what was only nearly typed: it is offered.
/// </summary>
public sealed class Phrasebook
{
    /// <summary>Longer texts are no commands, and comparing them would take its time.</summary>
    private const int LongestText = 80;

    private const int MostWords = 8;
    private const int MostSuggestions = 3;

    /// <summary>Shorter phrases, such as “hey”, stand in too many sentences to mean something.</summary>
    private const int ShortestWithin = 5;

    private static readonly PhraseFile Data = EmbeddedData.Read("FastTrack/Commands/Data/phrases.json", PhraseJson.Default.PhraseFile);

    private readonly List<Phrase> _phrases =
    [
        .. from language in Data.Languages
           from command in language.Commands
           from phrase in command.Value
           select new Phrase(command.Key, Plain(phrase)),
    ];

    public static IReadOnlyList<string> Languages { get; } = [.. Data.Languages.Select(entry => entry.Tag)];

    /// <summary>The command that was surely meant; null where there is none, or two would fit.</summary>
    public string? Certain(string text)
    {
        if (text.Length > LongestText || Plain(text) is not { Length: > 0 } plain) return null;
        for (var slips = 0; slips <= SlipsIn(plain); slips++)
        {
            var near = Within(plain, slips);
            if (near.Count > 0) return near.Count == 1 && (slips == 0 || !Data.ExactOnly.Contains(near[0])) ? near[0] : null;
        }

        return null;
    }

    /// <summary>The commands that may have been meant, the nearest first.</summary>
    public IReadOnlyList<string> Suggestions(string text)
    {
        if (text.Length > LongestText || Plain(text) is not { Length: >= ShortestWithin } plain) return [];
        var padded = $" {plain} ";
        var within = _phrases.Where(phrase => phrase.Text.Length >= ShortestWithin && plain.Count(letter => letter == ' ') < MostWords && IsWithin(padded, phrase.Text))
            .OrderByDescending(phrase => phrase.Text.Length).Select(phrase => phrase.Command);
        return [.. Within(plain, SlipsIn(plain) + 1).Concat(within).Distinct().Take(MostSuggestions)];
    }

    /// <summary>What a button for the command says.</summary>
    public static string TitleOf(string command, string language)
    {
        var entry = Data.Languages.FirstOrDefault(entry => entry.Tag == language) ?? Data.Languages[0];
        return entry.Commands.GetValueOrDefault(command)?[0] ?? command;
    }

    public static IEnumerable<string> CommandsIn(string language) => Data.Languages.First(entry => entry.Tag == language).Commands.Keys;

    private List<string> Within(string plain, int slips) =>
        [.. _phrases.Where(phrase => EditDistance.IsWithin(phrase.Text, plain, Math.Min(slips, SlipsIn(phrase.Text) + 1))).Select(phrase => phrase.Command).Distinct()];

    // One in a word, two in several; a character of a language without blanks is half a word.
    private static int SlipsIn(string plain) => plain.Length switch { < 4 => 0, < 8 => 1, _ => 2 };

    private static bool IsWithin(string padded, string phrase) =>
        padded.Contains(SearchTokens.IsWord(phrase) ? $" {phrase} " : phrase, StringComparison.Ordinal);

    /// <summary>Letters and digits, with single blanks.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in SearchTokens.Fold(text))
        {
            // Marks: Thai's vowels above and below.
            if (char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark) plain.Append(letter);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().Trim();
    }

    private sealed record Phrase(string Command, string Text);
}

/// <param name="ExactOnly">Commands that change something, or begin to read the tenant, without asking first.</param>
internal sealed record PhraseFile(IReadOnlyList<string> ExactOnly, IReadOnlyList<PhraseLanguage> Languages);

/// <param name="Commands">The phrases by the name of the command; the first is what buttons say.</param>
internal sealed record PhraseLanguage(string Tag, IReadOnlyDictionary<string, IReadOnlyList<string>> Commands);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PhraseFile))]
internal sealed partial class PhraseJson : JsonSerializerContext;
