using System.Globalization;
using System.Text.RegularExpressions;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>A sentence of the model's answer.</summary>
/// <param name="Text">Without its marks.</param>
/// <param name="Line">The line that it stands in.</param>
/// <param name="Marks">The numbers of what it rests on, as the model says.</param>
internal sealed record CitedSentence(string Text, int Line, IReadOnlyList<int> Marks)
{
    /// <summary>Its line was one of a list.</summary>
    public bool IsItem { get; init; }
}

/// <summary>
/// Takes an answer apart, and says which sentences may be shown: those whose end names what they rest on. A mark in the middle ends a
/// sentence too, so that nothing unproven hides behind one.
/// </summary>
internal static partial class CitationRules
{
    private const int LongestSentence = 800;

    public static IReadOnlyList<CitedSentence> Sentences(string answer)
    {
        List<CitedSentence> sentences = [];
        var lines = answer.ReplaceLineEndings("\n").Split('\n');
        for (var number = 0; number < lines.Length; number++)
        {
            var line = Markup().Replace(lines[number], "").Trim();
            var item = ListItem().Match(line);
            sentences.AddRange(Split(line[item.Length..], number).Select(sentence => sentence with { IsItem = item.Success }));
        }

        return sentences;
    }

    /// <summary>
    /// Those of a text that is still being written which nothing that follows can change: their line is over, or a word has begun behind them.
    /// Until then another mark, or a sign that closes the sentence, may come.
    /// </summary>
    public static IReadOnlyList<CitedSentence> Finished(string begun)
    {
        var sentences = Sentences(begun);
        var lastLine = begun.ReplaceLineEndings("\n").Count(letter => letter == '\n');
        return [.. sentences.TakeWhile((sentence, at) =>
            sentence.Line < lastLine || (at + 1 < sentences.Count && sentences[at + 1].Text is [var first, ..] && char.IsLetterOrDigit(first)))];
    }

    /// <param name="offered">Marks that stand for something.</param>
    /// <param name="domains">Those of sites that may be named, as <see cref="DomainOf"/> has them.</param>
    public static bool IsProven(CitedSentence sentence, IReadOnlySet<int> offered, IReadOnlySet<string> domains) =>
        sentence.Marks.Count > 0 && sentence.Marks.All(offered.Contains)
        && sentence.Text.Length <= LongestSentence && sentence.Text.Any(char.IsLetterOrDigit)
        && !Link().IsMatch(sentence.Text) && Host().Matches(sentence.Text).All(host => domains.Contains(DomainOf(host.Value)));

    /// <summary>The end of a site's name, such as <c>microsoft.com</c>: whoever publishes a source may have other sites.</summary>
    public static string DomainOf(string host) => string.Join('.', host.ToLowerInvariant().Split('.').TakeLast(2));

    private static IEnumerable<CitedSentence> Split(string line, int number)
    {
        var from = 0;
        for (var at = 0; at < line.Length;)
        {
            var end = at;
            if (Marks().Match(line, at) is not { Success: true } marks)
            {
                if (!Ends(line, at))
                {
                    at++;
                    continue;
                }

                end = at + Closing().Match(line, at).Length;
                marks = Marks().Match(line, end);
            }

            var closing = marks.Success ? Closing().Match(line, marks.Index + marks.Length).Value.Trim() : "";
            yield return new CitedSentence(line[from..end].Trim() + closing, number, NumbersIn(marks.Value));
            from = at = Math.Max(end, at) + (marks.Success ? marks.Length + Closing().Match(line, marks.Index + marks.Length).Length : 0);
        }

        if (line[from..].Trim() is { Length: > 0 } rest) yield return new CitedSentence(rest, number, []);
    }

    /// <summary>A full stop ends no sentence within a number or an address, after a single letter (“z. B.”), or before a small one.</summary>
    private static bool Ends(string line, int at) => line[at] switch
    {
        '。' or '！' or '？' => true,
        '!' or '?' => true,
        '.' => !(at > 0 && char.IsLetter(line[at - 1]) && (at == 1 || !char.IsLetterOrDigit(line[at - 2])))
            && StopFollowed().IsMatch(line, at + 1),
        _ => false,
    };

    private static List<int> NumbersIn(string marks) =>
        [.. Number().Matches(marks).Select(match => int.Parse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct()];

    /// <summary>One mark or several, with whatever brackets the language of the answer suggests.</summary>
    [GeneratedRegex(@"\G[ \t]*(?:[\[［【]\^?\s*[0-9]{1,3}(?:\s*[,，、]\s*[0-9]{1,3})*\s*[\]］】][ \t]*)+")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\G[ \t]*[.!?。！？…""”’»)）]+")]
    private static partial Regex Closing();

    [GeneratedRegex(@"\G(?:[""”’»)）]*)(?:$|\s*[\[［【]|\s+[^\p{Ll}\s])")]
    private static partial Regex StopFollowed();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    /// <summary>Bold, code and headings: the answer is plain text.</summary>
    [GeneratedRegex(@"\*\*|__|`|^\s*#+\s*")]
    private static partial Regex Markup();

    [GeneratedRegex(@"^(?:[-*•–]|[0-9]{1,2}[.)])\s+")]
    private static partial Regex ListItem();

    /// <summary>Links come with the marks; the text has none of its own.</summary>
    [GeneratedRegex(@"://|\]\s*\(|\bwww\.|\b(?:mailto|tel|sip|im|data|javascript|file|msteams|vbscript):|<\s*a\b", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    /// <summary>What looks like the name of a site: some clients make links of those.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}-])(?:[\p{L}\p{N}-]{2,}\.)+\p{L}{2,}(?![\p{L}\p{N}-])")]
    private static partial Regex Host();
}
