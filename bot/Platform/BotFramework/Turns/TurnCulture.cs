using System.Collections.Concurrent;
using System.Globalization;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>
/// The culture of a turn. Only cultures that the system knows are taken: an invented tag from outside would otherwise
/// be cached for ever. The texts fall back from there to a language that the bot speaks, in the end English.
/// </summary>
internal static class TurnCulture
{
    /// <summary>More than the system knows; the same one in other cases of letters may come on top.</summary>
    private const int MaximumKnown = 2_000;

    private static readonly CultureInfo Default = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Whether the system knows a culture is a question to ICU, and too slow for every turn.</summary>
    private static readonly ConcurrentDictionary<string, CultureInfo> Known = new(StringComparer.Ordinal);

    public static CultureInfo Of(string? locale)
    {
        if (string.IsNullOrEmpty(locale) || locale.Length > 35) return Default;
        if (Known.TryGetValue(locale, out var known)) return known;
        try
        {
            var culture = CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
            if (Known.Count < MaximumKnown) Known.TryAdd(locale, culture);
            return culture;
        }
        catch (CultureNotFoundException)
        {
            return Default;
        }
    }
}
