using System.Globalization;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>A day out of typed text: "2027-03-01", "1 March 2027", "2027年3月1日", or the short form of the person's language.</summary>
public static class TargetDate
{
    /// <summary>Plans further ahead than this are slips of the finger.</summary>
    public const int MaxYearsAhead = 3;

    private const DateTimeStyles Style = DateTimeStyles.AllowWhiteSpaces;

    private static readonly string[] Unambiguous = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyy年M月d号"];
    private static readonly string[] Written =
        ["d MMMM yyyy", "d. MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMMM d yyyy", "MMM d, yyyy", "MMM d yyyy"];

    /// <summary>A day from today on, at most three years ahead.</summary>
    public static Parsed<DateOnly> Parse(string? text, DateOnly today, CultureInfo culture)
    {
        var parsed = ParseAny(text, culture);
        if (!parsed.Ok)
            return parsed;
        if (parsed.Value < today)
            return Problem.DateInPast;
        return parsed.Value > today.AddYears(MaxYearsAhead) ? Problem.DateTooFar : parsed;
    }

    internal static Parsed<DateOnly> ParseAny(string? text, CultureInfo culture)
    {
        if (TypedText.Clean(text, 60) is not { } clean)
            return string.IsNullOrWhiteSpace(text) ? Problem.Required : Problem.Date;

        if (DateOnly.TryParseExact(clean, Unambiguous, CultureInfo.InvariantCulture, Style, out var date)
            || DateOnly.TryParseExact(clean, Written, culture, Style, out date)
            || DateOnly.TryParseExact(clean, Written, CultureInfo.InvariantCulture, Style, out date)
            // Last, as "3/1/2027" is a day only in its own language.
            || DateOnly.TryParseExact(clean, OwnPatterns(culture), culture, Style, out date))
            return date;

        return Problem.Date;
    }

    private static string[] OwnPatterns(CultureInfo culture) => [culture.DateTimeFormat.ShortDatePattern, culture.DateTimeFormat.LongDatePattern];
}
