using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Adoption.Tips;

/// <summary>Something to do for adoption; its words are in the texts, under its id.</summary>
/// <param name="Reason">Names the text that says why it works.</param>
/// <param name="Workload">The service that it is for; null: all together.</param>
/// <param name="Below">Only where less than this share (in percent) of those who have the service use it.</param>
/// <param name="AtLeast">Only where this share, or more, does.</param>
/// <param name="Change">Only where use changed like this since the reading before.</param>
public sealed record Tip(
    string Id, IReadOnlyList<AdoptionStage> Stages, string Reason, Source Source,
    string? Workload = null, int? Below = null, int? AtLeast = null, UseTrend? Change = null)
{
    [JsonIgnore]
    public bool AsksForFigures => Below is not null || AtLeast is not null || Change is not null;
}

public enum UseTrend
{
    Falling,
    Flat,
}

/// <summary>The tips, and when the one of the week comes: data, not code.</summary>
/// <param name="Day">The day of the week, on the clocks where the engagement's people are.</param>
/// <param name="Until">What could not be sent before, waits for the next week.</param>
public sealed record TipBook(DayOfWeek Day, TimeOnly Morning, TimeOnly Until, IReadOnlyList<Tip> Tips)
{
    public static TipBook Current { get; } = EmbeddedData.Read("FastTrack/Adoption/Data/tips.json", TipBookJson.Default.TipBook);

    public Tip? Find(string? id) => Tips.FirstOrDefault(tip => tip.Id == id);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TipBook))]
internal sealed partial class TipBookJson : JsonSerializerContext;
