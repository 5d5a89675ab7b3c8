using System.Text;

namespace FastTrackBot.FastTrack;

/// <summary>What a person typed or pasted, made safe to look at: bounded, trimmed, without invisible marks, wide characters narrowed.</summary>
internal static class TypedText
{
    /// <summary>Null when nothing is left, when it is longer than <paramref name="limit"/>, or when it holds control characters.</summary>
    public static string? Clean(string? text, int limit)
    {
        // Four times the limit: room for the invisible marks that Teams and browsers add, and still a bound on the work.
        if (text is null || text.Length > limit * 4L)
            return null;

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (IsInvisible(rune.Value))
                continue;
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
                return null;
            clean.Append(Narrow(rune));
        }

        var result = clean.ToString().Trim();
        return result.Length is 0 || result.Length > limit ? null : result;
    }

    // Zero-width characters, direction marks and overrides: they hide or reorder what a reader sees.
    private static bool IsInvisible(int value) =>
        value is 0xAD or 0x61C or 0xFEFF or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2069);

    // Chinese and Japanese keyboards produce full-width digits, letters and punctuation.
    private static Rune Narrow(Rune rune) => rune.Value switch
    {
        >= 0xFF01 and <= 0xFF5E => new Rune(rune.Value - 0xFEE0),
        0x3000 or 0xA0 or 0x202F or 0x2007 or 0x2009 => new Rune(' '),
        0x3002 => new Rune('.'),
        _ => rune,
    };
}
