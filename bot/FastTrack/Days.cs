using System.Globalization;

namespace FastTrackBot.FastTrack;

/// <summary>Days and moments as people of the turn's language write them.</summary>
internal static class Days
{
    private const string IsoFormat = "yyyy-MM-dd";

    public static string Short(DateOnly day) => day.ToString(Chinese ? "M'月'd'日'" : "d MMM", CultureInfo.CurrentCulture);

    /// <summary>As a card's date input has it, and the history.</summary>
    public static string Iso(DateOnly day) => day.ToString(IsoFormat, CultureInfo.InvariantCulture);

    /// <returns>Null where the text is no day.</returns>
    public static DateOnly? ParseIso(string? text) =>
        DateOnly.TryParseExact(text, IsoFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>In UTC, and it says so: the bot does not know where the reader is.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Chinese ? "M'月'd'日' HH:mm 'UTC'" : "d MMM HH:mm 'UTC'", CultureInfo.CurrentCulture);

    private static bool Chinese => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "zh";
}
