using System.Globalization;
using System.Resources;

namespace FastTrackBot.FastTrack;

internal static class NamedText
{
    /// <summary>A text whose key is put together from a code, as <c>Phase_Enable</c>. A key that is written out is a member of the class <c>Text</c>.</summary>
    /// <param name="culture">Null: the language of the turn.</param>
    /// <exception cref="InvalidOperationException">No file has the key.</exception>
    public static string Named(this ResourceManager texts, string key, CultureInfo? culture = null) =>
        texts.GetString(key, culture ?? CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"{texts.BaseName} has no '{key}'.");
}
