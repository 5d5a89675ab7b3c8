using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>How often the people of a phase meet, and how long: data, with its source, not code.</summary>
internal static class Rhythms
{
    private static readonly RhythmFile File = EmbeddedData.Read("FastTrack/Checkpoints/Data/rhythms.json", CheckpointDataJson.Default.RhythmFile);

    public static IReadOnlyList<Rhythm> All => File.Rhythms;

    public static MeetingLength Workshop => File.WorkshopMinutes;

    /// <summary>When people can be asked to meet, on the clocks of their own zone.</summary>
    public static WorkingHours WorkingHours => File.WorkingHours;

    public static Rhythm Of(Phase phase) => File.Rhythms.First(rhythm => rhythm.Phase == phase);
}

internal sealed record Rhythm(Phase Phase, int EveryWeeks, int Minutes, Source Source);

internal sealed record MeetingLength(int Minutes, Source Source);

/// <param name="To">When the last meeting has to be over.</param>
internal sealed record WorkingHours(TimeOnly From, TimeOnly To, Source Source);

/// <summary>Days on which a country does not work. Lists end with the year that was known when they were written.</summary>
internal static class Holidays
{
    private static readonly HolidayFile File = EmbeddedData.Read("FastTrack/Checkpoints/Data/holidays.json", CheckpointDataJson.Default.HolidayFile);

    public static IReadOnlyList<string> Countries { get; } = [.. File.Countries.Select(entry => entry.Country)];

    public static IReadOnlyList<DateOnly> Of(string? country) => File.Countries.FirstOrDefault(entry => entry.Country == country)?.Days ?? [];

    /// <summary>The last year that the list of a country covers; null where there is no list.</summary>
    public static int? KnownUntil(string? country) => Of(country) is { Count: > 0 } days ? days.Max().Year : null;
}

internal sealed record RhythmFile(MeetingLength WorkshopMinutes, WorkingHours WorkingHours, IReadOnlyList<Rhythm> Rhythms);

internal sealed record HolidayFile(Source Source, IReadOnlyList<CountryHolidays> Countries);

/// <param name="Country">ISO 3166 alpha-2.</param>
internal sealed record CountryHolidays(string Country, IReadOnlyList<DateOnly> Days);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RhythmFile))]
[JsonSerializable(typeof(HolidayFile))]
internal sealed partial class CheckpointDataJson : JsonSerializerContext;
