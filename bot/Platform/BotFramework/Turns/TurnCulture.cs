using System.Globalization;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>
/// The culture of a turn. Only cultures that the system knows are taken: an invented tag from outside would otherwise
/// be cached for ever. The texts fall back from there to a language that the bot speaks, in the end English.
/// </summary>
internal static class TurnCulture
{
    private static readonly CultureInfo Default = CultureInfo.GetCultureInfo("en-US");

    public static CultureInfo Of(string? locale)
    {
        if (string.IsNullOrEmpty(locale) || locale.Length > 35) return Default;
        try
        {
            return CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return Default;
        }
    }
}
