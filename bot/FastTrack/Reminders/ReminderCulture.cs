using System.Globalization;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>The language of somebody who is not there: that of the person's client when it last spoke.</summary>
internal static class ReminderCulture
{
    public static CultureInfo Of(string? locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(string.IsNullOrEmpty(locale) ? "en-US" : locale, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en-US");
        }
    }
}
