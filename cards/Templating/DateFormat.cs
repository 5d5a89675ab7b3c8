using System.Globalization;
using System.Text.RegularExpressions;

namespace FastTrackBot.Cards.Templating;

/// <summary>
/// The part of formatDateTime on which .NET's format strings and the reference's agree. The reference translates the format for another
/// library, in which further letters would mean something else; those are refused when the template is compiled.
/// </summary>
internal static partial class DateFormat
{
    private const string RoundTrip = "yyyy-MM-ddTHH:mm:ss.fff'Z'";

    private const string Separators = "-/:., T";

    private static readonly string[] Tokens =
        ["yyyy", "yy", "MMMM", "MMM", "MM", "M", "dddd", "ddd", "dd", "d", "HH", "H", "hh", "h", "mm", "m", "ss", "s", "fff", "tt"];

    private static readonly string[] Accepted = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public static string? Objection(Expression[] arguments) =>
        arguments.Length > 1 && arguments[1] is not Constant { Value.Kind: ValueKind.String }
            ? $"the format of a date must be a literal, not {arguments[1]}"
        : arguments.Length > 1 && !IsSupported(((Constant)arguments[1]).Value.Text)
            ? $"the date format {arguments[1]} is not supported; use {string.Join(' ', Tokens)} and separators"
        : Locale.Objection(arguments, 2);

    public static bool TryParse(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(
            text, Accepted, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);

    public static string Format(DateTimeOffset moment, string format) =>
        // The percent sign keeps .NET from reading a single letter as one of its standard formats.
        moment.ToString(format.Length switch { 0 => RoundTrip, 1 => "%" + format, _ => format }, CultureInfo.InvariantCulture);

    private static bool IsSupported(string format) =>
        Runs().Matches(format).All(run => Tokens.Contains(run.Value) || Separators.Contains(run.Value[0], StringComparison.Ordinal));

    [GeneratedRegex(@"(.)\1*", RegexOptions.Singleline)]
    private static partial Regex Runs();
}
