using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace FastTrackBot.Tests.FastTrack;

/// <summary>Reads one language of a Text.resx without falling back to English, so that a missing translation shows.</summary>
internal static partial class ResourceSweep
{
    public static readonly CultureInfo English = CultureInfo.InvariantCulture;
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    public static Dictionary<string, string> Read(ResourceManager texts, CultureInfo culture) =>
        texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    public static string[] Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex Placeholder();
}
