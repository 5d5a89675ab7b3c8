using System.Globalization;
using System.Text.RegularExpressions;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>A number of seats out of a typed answer: "320", "1,200", "1 200", "about 300 seats", "３２０".</summary>
public static partial class SeatCount
{
    /// <summary>Far above any real tenant; larger numbers are slips of the finger.</summary>
    public const int Maximum = 10_000_000;

    /// <summary>False if there is no number, more than one, a negative one, a fraction, or one above <see cref="Maximum"/>.</summary>
    public static bool TryParse(string? text, CultureInfo culture, out int seats)
    {
        seats = 0;
        if (TypedText.Clean(text, 100) is not { } clean)
            return false;

        clean = ProductName().Replace(clean, " ");
        if (Number().Matches(clean) is not [var number])
            return false;
        if (IsNegative(clean.AsSpan(0, number.Index)) || Multiplier().IsMatch(clean[(number.Index + number.Length)..]))
            return false;

        // A comma or dot before three digits groups thousands, unless it is this language's decimal separator: then nobody can tell.
        var digits = number.Value;
        if (!Grouped().IsMatch(digits) || digits.Contains(culture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal))
            return false;
        if (!int.TryParse(NotDigits().Replace(digits, ""), CultureInfo.InvariantCulture, out var value) || value > Maximum)
            return false;

        seats = value;
        return true;
    }

    // "-5" and "seats: -5" are negative; in "E3-300" and "non-300" it is a hyphen.
    private static bool IsNegative(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        return before is [.., '-' or '\u2212' or '\u2013'] && (before.Length == 1 || !char.IsLetterOrDigit(before[^2]));
    }

    [GeneratedRegex(@"\b(?:office|microsoft)\s*365|\b[mo]365\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProductName();

    // Digits right behind a letter belong to a plan's name ("E3").
    [GeneratedRegex(@"(?<![A-Za-z0-9])[0-9](?:[0-9.,'\u2019 ]*[0-9])?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:[0-9]+|[0-9]{1,3}(?<separator>[., '\u2019])[0-9]{3}(?:\k<separator>[0-9]{3})*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    // "2k", "10%", "3 万": not a plain count; better to ask again than to guess.
    [GeneratedRegex(@"^(?:\s*(?:[kKmM](?![A-Za-z])|[%\u5341\u767E\u5343\u4E07\u842C\u4EBF\u5104])|[eE][+-]?[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Multiplier();

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigits();
}
