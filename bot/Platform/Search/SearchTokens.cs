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
        foreach (var (run, script) in Runs(text))
        {
            var size = script switch { TextScript.Characters => 2, TextScript.Thai => 3, _ => run.Length };
            if (run.Length <= size) tokens.Add(run);
            else for (var at = 0; at + size <= run.Length; at++) tokens.Add(run.Substring(at, size));
        }

        return tokens;
    }

    /// <summary>Whether the token is a word that may have other endings, rather than a piece of one.</summary>
    public static bool IsWord(string token) => ScriptOf(token.EnumerateRunes().First()) == TextScript.Words;

    /// <summary>The letters and digits that stand together, folded.</summary>
    internal static List<(string Text, TextScript Script)> Runs(string text)
    {
        List<(string, TextScript)> runs = [];
        var folded = Fold(text);
        var (start, script) = (0, TextScript.None);
        var at = 0;
        foreach (var rune in folded.EnumerateRunes())
        {
            var next = ScriptOf(rune);
            if (next != script)
            {
                if (script != TextScript.None) runs.Add((folded[start..at], script));
                (start, script) = (at, next);
            }

            at += rune.Utf16SequenceLength;
        }

        if (script != TextScript.None) runs.Add((folded[start..], script));
        return runs;
    }

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

    private static TextScript ScriptOf(Rune rune) => rune.Value switch
    {
        // Thai's vowels and tone marks stand above and below: marks, but part of the word.
        >= 0x0E01 and <= 0x0E5B => TextScript.Thai,
        (>= 0x3041 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or 0x3005 => TextScript.Characters,
        _ when Rune.IsLetterOrDigit(rune) && rune.IsBmp => TextScript.Words,
        _ => TextScript.None,
    };
}

/// <summary>How a script parts its words.</summary>
internal enum TextScript
{
    None,

    /// <summary>With blanks.</summary>
    Words,

    /// <summary>Not at all, or with endings glued to them: Chinese, Japanese, Korean. A pair of characters is most of a word.</summary>
    Characters,

    /// <summary>Not at all, in an alphabet.</summary>
    Thai,
}
