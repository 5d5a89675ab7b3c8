using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>How an assessment is stored: one a tenant, as document <see cref="Id"/> in the tenant's partition.</summary>
internal static class TenantAssessmentDocument
{
    public const string Id = "latest";

    /// <summary>The kind of work that looks at the tenant anew; its key is the tenant.</summary>
    public const string ReassessWork = "reassess";

    public static readonly DocumentKind<TenantAssessment> Kind = new("assessment", () => TenantAssessmentJson.Default.TenantAssessment);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TenantAssessment))]
internal sealed partial class TenantAssessmentJson : JsonSerializerContext;
