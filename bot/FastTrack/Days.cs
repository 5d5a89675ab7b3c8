using System.Globalization;

namespace FastTrackBot.FastTrack;

/// <summary>Days and moments as people of the turn's language write them.</summary>
internal static class Days
{
    private const string IsoFormat = "yyyy-MM-dd";

    private static readonly string[] Typed =
        [IsoFormat, "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "d MMM yyyy", "d MMMM yyyy", "d. MMMM yyyy", "MMMM d, yyyy", "MMM d, yyyy"];

    public static string Short(DateOnly day) => day.ToString(Chinese ? "M'月'd'日'" : "d MMM", CultureInfo.CurrentCulture);

    /// <summary>As a card's date input has it, and the history.</summary>
    public static string Iso(DateOnly day) => day.ToString(IsoFormat, CultureInfo.InvariantCulture);

    /// <returns>Null where the text is no day.</returns>
    public static DateOnly? ParseIso(string? text) =>
        DateOnly.TryParseExact(text, IsoFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>In UTC, and it says so: the bot does not know where the reader is.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Chinese ? "M'月'd'日' HH:mm 'UTC'" : "d MMM HH:mm 'UTC'", CultureInfo.CurrentCulture);

    /// <summary>A day as a card sends it or as people type it; null where it is none.</summary>
    public static DateOnly? Parse(string? text)
    {
        if (TypedText.Clean(text, 60) is not { } clean) return null;
        foreach (var culture in (ReadOnlySpan<CultureInfo>)[CultureInfo.InvariantCulture, CultureInfo.CurrentCulture])
        {
            if (DateOnly.TryParseExact(clean, Typed, culture, DateTimeStyles.AllowWhiteSpaces, out var day)) return day;
        }

        return null;
    }

    /// <summary>A moment on the clocks of a zone; without one in UTC.</summary>
    public static string Moment(DateTimeOffset moment, string? zone) =>
        zone is null ? Moment(moment) : $"{Weekday(ZonedTime.In(moment, zone))} ({zone})";

    /// <summary>A day with its weekday, and the hour.</summary>
    public static string Weekday(DateTime local) => local.ToString(Chinese ? "M'月'd'日' dddd HH:mm" : "ddd d MMM HH:mm", CultureInfo.CurrentCulture);

    private static bool Chinese => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "zh";
}
