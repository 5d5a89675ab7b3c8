using System.Globalization;

namespace FastTrackBot.FastTrack;

/// <summary>A publication date as precisely as it is known, written <c>2021-06-16</c>, <c>2021-06</c> or <c>2021</c>.</summary>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    /// <exception cref="FormatException">The text is none of the three forms, or no such day exists.</exception>
    public static PartialDate Parse(string text)
    {
        for (var precision = 0; precision < Formats.Length; precision++)
        {
            if (DateOnly.TryParseExact(text, Formats[precision], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return new(date.Year, precision < 2 ? date.Month : null, precision < 1 ? date.Day : null);
        }

        throw new FormatException($"'{text}' is not a date such as 2021-06-16, 2021-06 or 2021.");
    }

    public string Format(CultureInfo culture)
    {
        var date = new DateOnly(Year, Month ?? 1, Day ?? 1);
        var chinese = culture.TwoLetterISOLanguageName == "zh";
        if (Month is null)
            return date.ToString(chinese ? "yyyy'年'" : "yyyy", culture);
        if (Day is null)
            return date.ToString(chinese ? "yyyy'年'M'月'" : "MMMM yyyy", culture);
        return date.ToString(chinese ? "yyyy'年'M'月'd'日'" : "d MMMM yyyy", culture);
    }
}
