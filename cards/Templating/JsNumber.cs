using System.Globalization;
using System.Text.RegularExpressions;

namespace FastTrackBot.Cards.Templating;

/// <summary>Numbers as the reference implementation, which is JavaScript, prints and rounds and reads them.</summary>
internal static partial class JsNumber
{
    // JavaScript changes to exponents at 1e21 and below 1e-6.
    private const int LargestPlainExponent = 21;
    private const int SmallestPlainExponent = -6;

    private const double LargestGrouped = 1e21;

    public static string Format(double value)
    {
        if (!double.IsFinite(value)) return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        if (value == 0) return "0";

        var scientific = value.ToString("R", CultureInfo.InvariantCulture);
        if (!scientific.Contains('E', StringComparison.Ordinal)) return scientific;

        var sign = value < 0 ? "-" : "";
        var parts = scientific.TrimStart('-').Split('E');
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var exponent = int.Parse(parts[1], CultureInfo.InvariantCulture) + 1;
        return sign + exponent switch
        {
            > LargestPlainExponent or <= SmallestPlainExponent => Exponential(digits, exponent - 1),
            <= 0 => "0." + new string('0', -exponent) + digits,
            _ => digits.PadRight(exponent, '0'),
        };
    }

    public static double Round(double value, double digits)
    {
        var scale = Math.Pow(10, digits);
        return RoundHalfUp(value * scale) / scale;
    }

    /// <summary>Grouped by thousands, with the typographic minus sign that the reference writes.</summary>
    public static string Grouped(double value, int decimals)
    {
        if (Math.Abs(value) >= LargestGrouped) return (value < 0 ? "\u2212" : "") + Format(Math.Abs(value));
        decimals = Math.Clamp(decimals, 0, 20);
        var format = "N" + decimals.ToString(CultureInfo.InvariantCulture);
        var text = Math.Abs(value).ToString(format, CultureInfo.InvariantCulture);
        return value < 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "\u2212" + text : text;
    }

    public static double ParseInt(string text) =>
        LeadingInteger().Match(text.TrimStart()) is { Success: true } match
            ? double.Parse(match.Value, CultureInfo.InvariantCulture) : double.NaN;

    public static double ParseFloat(string text) =>
        LeadingFloat().Match(text.TrimStart()) is not { Success: true } match ? double.NaN
        : match.Value.TrimStart('+', '-') == "Infinity" ? (match.Value[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity)
        : double.Parse(match.Value, CultureInfo.InvariantCulture);

    private static double RoundHalfUp(double value)
    {
        var floor = Math.Floor(value);
        return value - floor >= 0.5 ? floor + 1 : floor;
    }

    private static string Exponential(string digits, int exponent) =>
        (digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}")
        + (exponent < 0 ? "e-" : "e+")
        + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[+-]?[0-9]+")]
    private static partial Regex LeadingInteger();

    [GeneratedRegex(@"^[+-]?(Infinity|([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?)")]
    private static partial Regex LeadingFloat();
}
