using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Enablement;

/// <summary>How far the services have come to the people, as it was last read, or as somebody said. One for each engagement.</summary>
/// <param name="Plan">The part number of the plan with the most seats: add-ons would count people twice.</param>
/// <param name="Bought">Its seats.</param>
/// <param name="Assigned">Those of them that people hold.</param>
/// <param name="ActiveUsers">People who used any of the services in the last 30 days: the best day counts, as weekends dip.</param>
/// <param name="ActiveOn">The day of the report: it lags two or three days behind.</param>
/// <param name="SaidBy">Who stated the number of active people; null when the tenant's report says it.</param>
public sealed record EnablementFacts(
    DateTimeOffset At, string? Plan = null, int? Bought = null, int? Assigned = null, int? ActiveUsers = null, DateOnly? ActiveOn = null, Person? SaidBy = null);

/// <summary>How they are stored. It stands beside the type, as the rules that use the type know no store.</summary>
internal static class EnablementDocument
{
    public static readonly DocumentKind<EnablementFacts> Kind = new("enablement", () => EnablementJson.Default.EnablementFacts);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EnablementFacts))]
[JsonSerializable(typeof(EnablementCardModel))]
internal sealed partial class EnablementJson : JsonSerializerContext;
