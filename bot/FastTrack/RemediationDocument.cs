using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>How a plan is stored: in the tenant's partition, under its engagement's id.</summary>
internal static class RemediationDocument
{
    public static readonly DocumentKind<RemediationPlan> Kind = new("remediation", () => RemediationJson.Default.RemediationPlan);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RemediationPlan))]
internal sealed partial class RemediationJson : JsonSerializerContext;
