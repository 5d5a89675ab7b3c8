using System.Collections.Frozen;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Finds a time zone by its IANA id, its Windows id or a city, and gives the IANA id.</summary>
public static class TimeZones
{
    // IANA names a zone after one city; these are the others that people type most, and Chinese names.
    private static readonly Dictionary<string, string> OtherCities =
        EmbeddedData.Read("FastTrack/Assistance/Data/time-zone-cities.json", AssistanceJson.Default.CityFile)
            .Cities.SelectMany(zone => zone.Names.Select(name => (name, zone.Zone))).ToDictionary(city => Key(city.name), city => city.Zone);

    private static readonly FrozenDictionary<string, string> Cities = TimeZoneInfo.GetSystemTimeZones()
        .Where(zone => zone.HasIanaId && zone.Id.Contains('/') && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal))
        .GroupBy(zone => Key(zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ')))
        // A name that several zones share would be a guess.
        .Where(zones => zones.Count() == 1)
        .ToFrozenDictionary(zones => zones.Key, zones => zones.Single().Id);

    public static Parsed<string> Parse(string? text)
    {
        if (TypedText.Clean(text, 60) is not { } clean)
            return string.IsNullOrWhiteSpace(text) ? Problem.Required : Problem.TimeZone;

        if (OtherCities.TryGetValue(Key(clean), out var zone) || Cities.TryGetValue(Key(clean), out zone))
            return zone;

        // An offset ("+02:00") is no zone: it does not say when the clocks change.
        if (!char.IsLetter(clean[0]) || !TimeZoneInfo.TryFindSystemTimeZoneById(clean, out var found))
            return Problem.TimeZone;
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(found.Id, out var iana))
            return iana;
        return found.HasIanaId ? found.Id : Problem.TimeZone;
    }

    private static string Key(string name) => name.Trim().ToUpperInvariant();
}

internal sealed record CityFile(Source Source, IReadOnlyList<ZoneCities> Cities);

internal sealed record ZoneCities(string Zone, IReadOnlyList<string> Names);
