using System.Collections.Frozen;
using System.Globalization;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Finds a country or region by its ISO 3166 code or its English, native or Chinese name; gives the alpha-2 code.</summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, string> Codes = Build();

    /// <summary>All alpha-2 codes.</summary>
    public static IReadOnlyCollection<string> All { get; } = [.. Codes.Values.Distinct().Order(StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, string> ChineseNames =
        EmbeddedData.Read("FastTrack/Assistance/Data/country-names.json", AssistanceJson.Default.CountryFile).Countries
            .Where(country => country.Names.Any(IsChinese)).ToFrozenDictionary(country => country.Code, country => country.Names.First(IsChinese));

    /// <summary>A country's name in English or Chinese, whatever the languages of the system; its code where it has no name that <see cref="Parse"/> takes.</summary>
    public static string NameOf(string code, CultureInfo culture)
    {
        var name = culture.TwoLetterISOLanguageName == "zh" && ChineseNames.TryGetValue(code, out var chinese) ? chinese : new RegionInfo(code).EnglishName;
        return Parse(name).Value == code ? name : code;
    }

    public static Parsed<string> Parse(string? text)
    {
        if (TypedText.Clean(text, 80) is not { } clean)
            return string.IsNullOrWhiteSpace(text) ? Problem.Required : Problem.Country;

        return Codes.TryGetValue(Key(clean), out var code) ? code : Problem.Country;
    }

    private static FrozenDictionary<string, string> Build()
    {
        var codes = new Dictionary<string, string>();
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            // Regions such as "001" (world) and "419" (Latin America) are no countries.
            var region = new RegionInfo(culture.Name);
            if (region.TwoLetterISORegionName is not { Length: 2 } code || !code.All(char.IsAsciiLetterUpper))
                continue;
            foreach (var name in new[] { code, region.ThreeLetterISORegionName, region.EnglishName, region.NativeName })
                codes.TryAdd(Key(name), code);
        }

        foreach (var country in EmbeddedData.Read("FastTrack/Assistance/Data/country-names.json", AssistanceJson.Default.CountryFile).Countries)
        {
            foreach (var name in country.Names)
                codes[Key(name)] = country.Code;
        }

        return codes.ToFrozenDictionary();
    }

    private static bool IsChinese(string name) => name.Any(letter => letter >= '\u4E00');

    private static string Key(string name) => name.Trim().ToUpperInvariant();
}

internal sealed record CountryFile(Source Source, IReadOnlyList<CountryNames> Countries);

internal sealed record CountryNames(string Code, IReadOnlyList<string> Names);
