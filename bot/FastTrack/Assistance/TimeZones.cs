using System.Collections.Frozen;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Finds a time zone by its IANA id, its Windows id or a city, and gives the IANA id.</summary>
public static class TimeZones
{
    // IANA names a zone after one city; these are the others that people type most, and Chinese names.
    private static readonly Dictionary<string, string> OtherCities =
        EmbeddedData.Read("FastTrack/Assistance/Data/time-zone-cities.json", AssistanceJson.Default.CityFile)
            .Cities.SelectMany(zone => zone.Names.Select(name => (name, zone.Zone))).ToDictionary(city => Key(city.name), city => city.Zone);

    private static readonly FrozenDictionary<string, string> Ids = TimeZoneInfo
        // Sorting would load every zone's display name, which takes a second.
        .GetSystemTimeZones(skipSorting: true)
        .SelectMany(zone => zone.HasIanaId ? [zone.Id] : IanaIdsOf(zone.Id))
        .ToHashSet(StringComparer.Ordinal).ToFrozenDictionary(Key, id => id);

    private static readonly FrozenDictionary<string, string> Cities = Ids.Values
        .Where(id => id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal))
        .GroupBy(id => Key(id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ')))
        // A name that several zones share would be a guess.
        .Where(ids => ids.Count() == 1)
        .ToFrozenDictionary(ids => ids.Key, ids => ids.Single());

    /// <summary>The same for other capabilities; null where no zone is called so.</summary>
    public static string? Find(string? text) => Parse(text).Value;

    public static Parsed<string> Parse(string? text)
    {
        if (TypedText.Clean(text, 60) is not { } clean)
            return string.IsNullOrWhiteSpace(text) ? Problem.Required : Problem.TimeZone;

        var key = Key(clean);
        if (OtherCities.TryGetValue(key, out var zone) || Cities.TryGetValue(key, out zone) || Ids.TryGetValue(key, out zone))
            return zone;

        // An offset ("+02:00") is no zone: it does not say when the clocks change.
        // Ids are looked up as files on Linux: ".." stays out.
        if (!char.IsAsciiLetter(clean[0]) || clean.Contains("..", StringComparison.Ordinal)
            || !TimeZoneInfo.TryFindSystemTimeZoneById(clean, out var found))
            return Problem.TimeZone;
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(found.Id, out var iana))
            return iana;
        return found.HasIanaId ? found.Id : Problem.TimeZone;
    }

    // Windows lists its zones under ids of its own, each for several countries, with an IANA zone per country.
    internal static IEnumerable<string> IanaIdsOf(string windowsId) => Countries.All
        .Select(country => TimeZoneInfo.TryConvertWindowsIdToIanaId(windowsId, country, out var id) ? id : null).OfType<string>().Distinct();

    private static string Key(string name) => name.Trim().ToUpperInvariant();
}

internal sealed record CityFile(Source Source, IReadOnlyList<ZoneCities> Cities);

internal sealed record ZoneCities(string Zone, IReadOnlyList<string> Names);
