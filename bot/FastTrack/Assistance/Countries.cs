using System.Collections.Frozen;
using System.Globalization;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Finds a country or region by its ISO 3166 code or its English, native or Chinese name; gives the alpha-2 code.</summary>
public static class Countries
{
    private static readonly IReadOnlyList<CountryNames> OwnNames =
        EmbeddedData.Read("FastTrack/Assistance/Data/country-names.json", AssistanceJson.Default.CountryFile).Countries;

    /// <summary>Regions such as "001" (world) and "419" (Latin America) are no countries.</summary>
    private static readonly IReadOnlyList<RegionInfo> Regions =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.TwoLetterISORegionName is { Length: 2 } code && code.All(char.IsAsciiLetterUpper)),
    ];

    // From the list, as the system makes no region of some codes that it lists ("DG").
    private static readonly FrozenDictionary<string, string> EnglishNames =
        Regions.DistinctBy(region => region.TwoLetterISORegionName).ToFrozenDictionary(region => region.TwoLetterISORegionName, region => region.EnglishName);

    private static readonly FrozenDictionary<string, string> Codes = Build();

    /// <summary>All alpha-2 codes.</summary>
    public static IReadOnlyCollection<string> All { get; } = [.. Codes.Values.Distinct().Order(StringComparer.Ordinal)];

    public static Parsed<string> Parse(string? text)
    {
        if (TypedText.Clean(text, 80) is not { } clean)
            return string.IsNullOrWhiteSpace(text) ? Problem.Required : Problem.Country;

        return Codes.TryGetValue(Key(clean), out var code) ? code : Problem.Country;
    }

    /// <summary>
    /// A name that <see cref="Parse"/> understands: Chinese where one is known and wanted, or else English. The system's display name
    /// would be in the country's own language, whoever reads it.
    /// </summary>
    public static string NameOf(string code, CultureInfo culture) =>
        (culture.TwoLetterISOLanguageName == "zh" ? OwnNames.FirstOrDefault(country => country.Code == code)?.Names[0] : null)
        ?? EnglishNames.GetValueOrDefault(code, code);

    private static FrozenDictionary<string, string> Build()
    {
        var codes = new Dictionary<string, string>();
        foreach (var region in Regions)
        {
            var code = region.TwoLetterISORegionName;
            foreach (var name in new[] { code, region.ThreeLetterISORegionName, region.EnglishName, region.NativeName })
                codes.TryAdd(Key(name), code);
        }

        foreach (var country in OwnNames)
        {
            foreach (var name in country.Names)
                codes[Key(name)] = country.Code;
        }

        return codes.ToFrozenDictionary();
    }

    private static string Key(string name) => name.Trim().ToUpperInvariant();
}

internal sealed record CountryFile(Source Source, IReadOnlyList<CountryNames> Countries);

internal sealed record CountryNames(string Code, IReadOnlyList<string> Names);
