using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>How an engagement is stored. It stands beside the type, as the rules that use the type know no store.</summary>
internal static class EngagementDocument
{
    public static readonly DocumentKind<Engagement> Kind = new("engagement", EngagementJson.Default.Engagement);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Engagement))]
internal sealed partial class EngagementJson : JsonSerializerContext;
