using System.Globalization;

namespace FastTrackBot.Platform;

public static class Words
{
    /// <summary>The language of a card: two letters, as card renderers know no more.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The beginning of a long text, never with half a character at its end.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <summary>Fills the placeholders of a text, as the culture of the turn writes numbers and dates.</summary>
    public static string With(this string format, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.CurrentCulture, format, arguments);
}
