using System.Buffers;
using System.Globalization;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>A product version out of free text: "7.0.3 FP2", "Exchange 2010 SP3", "R8.5".</summary>
internal sealed record SystemVersion(IReadOnlyList<int> Parts)
{
    private static readonly SearchValues<char> DigitsAndDot = SearchValues.Create("0123456789.");

    // Exchange shows its build ("15.1.2507") where people say the year.
    private static readonly Dictionary<(int Major, int Minor), int> ExchangeYears = new()
    {
        [(6, 0)] = 2000,
        [(6, 5)] = 2003,
        [(8, 0)] = 2007,
        [(8, 1)] = 2007,
        [(8, 2)] = 2007,
        [(8, 3)] = 2007,
        [(14, 0)] = 2010,
        [(14, 1)] = 2010,
        [(14, 2)] = 2010,
        [(14, 3)] = 2010,
        [(15, 0)] = 2013,
        [(15, 1)] = 2016,
        [(15, 2)] = 2019,
    };

    /// <summary>Null if the text holds no version. Reads the first number with its dots; what stands around it does not matter.</summary>
    public static SystemVersion? Parse(string? text, SourceSystem system)
    {
        if (TypedText.Clean(text, 100) is not { } clean)
            return null;

        // Exchange's present edition has no year in its name; it follows 2019.
        if (system is SourceSystem.Exchange && clean.Contains("Subscription", StringComparison.OrdinalIgnoreCase))
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

    private static SystemVersion? ExchangeYear(List<int> parts) => parts[0] switch
    {
        >= 2000 and <= 2100 => new([parts[0]]),
        <= 5 => new([1997]),
        var major when ExchangeYears.TryGetValue((major, parts.Count > 1 ? parts[1] : 0), out var year) => new([year]),
        _ => null,
    };
}
