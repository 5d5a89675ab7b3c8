using System.Globalization;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>Days and moments as people of the turn's language write them.</summary>
internal static class Days
{
    public static string Short(DateOnly day) => day.ToString(Chinese ? "M'月'd'日'" : "d MMM", CultureInfo.CurrentCulture);

    /// <summary>In UTC, and it says so: the bot does not know where the reader is.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Chinese ? "M'月'd'日' HH:mm 'UTC'" : "d MMM HH:mm 'UTC'", CultureInfo.CurrentCulture);

    private static bool Chinese => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "zh";
}
