using System.Globalization;

namespace FastTrackBot.Platform;

public static class Words
{
    /// <summary>Fills the placeholders of a text, as the culture of the turn writes numbers and dates.</summary>
    public static string With(this string format, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.CurrentCulture, format, arguments);
}
