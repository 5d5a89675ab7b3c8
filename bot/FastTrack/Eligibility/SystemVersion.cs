using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>A product version out of free text: "7.0.3 FP2", "Exchange 2010 SP3", "R8.5".</summary>
internal sealed partial record SystemVersion(IReadOnlyList<int> Parts)
{
    private static readonly SearchValues<char> DigitsAndDot = SearchValues.Create("0123456789.");

    /// <summary>Null if the text holds no version. Reads the first number with its dots; what stands around it does not matter.</summary>
    public static SystemVersion? Parse(string? text, SourceSystem system)
    {
        if (TypedText.Clean(text, 100) is not { } clean)
            return null;

        // Exchange's present edition has no year in its name; it follows 2019.
        if (system is SourceSystem.Exchange && SubscriptionEdition().IsMatch(clean))
            return new([2025]);

        var from = clean.AsSpan().IndexOfAnyInRange('0', '9');
        if (from < 0)
            return null;

        var number = clean.AsSpan(from);
        var end = number.IndexOfAnyExcept(DigitsAndDot);
        List<int> parts = [];
        foreach (var part in (end < 0 ? number : number[..end]).TrimEnd('.').ToString().Split('.'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                return null;
            parts.Add(value);
        }

        return system is SourceSystem.Exchange ? ExchangeYear(parts) : new(parts);
    }

    /// <summary>True or false, or null if the version is given too coarsely to tell: "7" against 7.0.3.</summary>
    public bool? IsAtLeast(SystemVersion minimum)
    {
        for (var i = 0; i < minimum.Parts.Count; i++)
        {
            if (i == Parts.Count)
                return minimum.Parts.Skip(i).All(part => part == 0) ? true : null;
            if (Parts[i] != minimum.Parts[i])
                return Parts[i] > minimum.Parts[i];
        }

        return true;
    }

    public override string ToString() => string.Join('.', Parts);

    // Exchange shows its build ("15.1.2507") where people say the year.
    private static SystemVersion? ExchangeYear(List<int> parts)
    {
        int? year = (parts[0], Minor: parts.Count > 1 ? parts[1] : 0) switch
        {
            ( >= 2000 and <= 2100, _) => parts[0],
            ( <= 5, _) => 1997,
            (6, < 5) => 2000,
            (6, _) => 2003,
            (8, _) => 2007,
            (14, _) => 2010,
            (15, 0) => 2013,
            (15, 1) => 2016,
            (15, 2) => 2019,
            _ => null,
        };
        return year is { } known ? new([known]) : null;
    }

    [GeneratedRegex(@"\bSE\b|subscription", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SubscriptionEdition();
}
