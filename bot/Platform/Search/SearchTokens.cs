using System.Globalization;
using System.Text;

namespace FastTrackBot.Platform.Search;

/// <summary>
/// Takes a text apart into what can be looked up: words, in small letters and without accents. Chinese, Japanese, Korean and Thai write
/// no blanks between words, or glue endings to them: there it is pairs of characters, and threes in Thai.
/// </summary>
public static class SearchTokens
{
    private const string VietnameseD = "đ";

    public static IReadOnlyList<string> Of(string text)
    {
        List<string> tokens = [];
        var run = new StringBuilder();
        var script = Script.None;
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            var next = ScriptOf(rune);
            if (next != script) Take(run, script, tokens);
            script = next;
            if (next != Script.None) run.Append(rune);
        }

        Take(run, script, tokens);
        return tokens;
    }

    /// <summary>Whether the token is a word that may have other endings, rather than a piece of one.</summary>
    public static bool IsWord(string token) => ScriptOf(token.EnumerateRunes().First()) == Script.Words;

    /// <summary>Small letters, wide ones narrowed, without the accents of Latin letters.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        // Rune by rune: half of a surrogate pair would make Normalize throw.
        foreach (var rune in text.EnumerateRunes()) folded.Append(rune);
        var decomposed = folded.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        folded.Clear();
        foreach (var letter in decomposed)
        {
            if (letter is < '\u0300' or > '\u036f') folded.Append(letter);
        }

        // Back together: what was taken apart in Korean and Japanese belongs to one character.
        return folded.ToString().Normalize(NormalizationForm.FormC).Replace(VietnameseD, "d", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
    }

    private static void Take(StringBuilder run, Script script, List<string> tokens)
    {
        if (run.Length == 0) return;
        var text = run.ToString();
        run.Clear();
        var size = script switch { Script.Pairs => 2, Script.Threes => 3, _ => text.Length };
        if (text.Length <= size)
        {
            tokens.Add(text);
            return;
        }

        for (var at = 0; at + size <= text.Length; at++) tokens.Add(text.Substring(at, size));
    }

    private static Script ScriptOf(Rune rune) => rune.Value switch
    {
        // Thai's vowels and tone marks stand above and below: marks, but part of the word.
        >= 0x0E01 and <= 0x0E5B => Script.Threes,
        (>= 0x3041 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or 0x3005 => Script.Pairs,
        _ when Rune.IsLetterOrDigit(rune) && rune.IsBmp => Script.Words,
        _ => Script.None,
    };

    private enum Script
    {
        None,
        Words,
        Pairs,
        Threes,
    }
}
