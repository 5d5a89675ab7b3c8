using System.Globalization;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>A person has filed the request with FastTrack: on which day, and under which reference.</summary>
public sealed record Confirmation(DateOnly FiledOn, string Reference)
{
    private const int MaxReference = 64;
    private const int MaxYearsAgo = 1;

    /// <summary>A day up to today; a request that was filed over a year ago is not this one.</summary>
    public static Parsed<DateOnly> ParseFiledOn(string? text, DateOnly today, CultureInfo culture)
    {
        var parsed = TargetDate.ParseAny(text, culture);
        if (!parsed.Ok)
            return parsed;
        if (parsed.Value > today)
            return Problem.FiledInFuture;
        return parsed.Value < today.AddYears(-MaxYearsAgo) ? Problem.FiledTooLongAgo : parsed;
    }

    /// <summary>Letters, digits and the marks that reference numbers have; with at least one letter or digit.</summary>
    public static Parsed<string> ParseReference(string? text)
    {
        if (TypedText.Clean(text, MaxReference) is not { } clean)
            return string.IsNullOrWhiteSpace(text) ? Problem.Required : Problem.Reference;

        return clean.All(c => char.IsLetterOrDigit(c) || "-_/.#: ".Contains(c)) && clean.Any(char.IsLetterOrDigit) ? clean : Problem.Reference;
    }
}
