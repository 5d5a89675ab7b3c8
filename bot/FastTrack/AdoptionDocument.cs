using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>How adoption is stored: in the tenant's partition, under its engagement's id.</summary>
internal static class AdoptionDocument
{
    public static readonly DocumentKind<AdoptionPlan> Kind = new("adoption", () => AdoptionPlanJson.Default.AdoptionPlan);

    /// <summary>The one way to save it: what happened goes into the history of its engagement.</summary>
    public static void Save(DocumentSession documents, string tenantId, Engagement engagement, AdoptionChange change)
    {
        if (change.Events.Count == 0) return;
        EngagementDocument.Save(documents, tenantId, engagement, change.Events);
        documents.Save(Kind, tenantId, engagement.Id, change.Plan);
    }
}

/// <summary>Adoption as it is to become, and what happens on the way. Without an event nothing has changed.</summary>
public sealed record AdoptionChange(AdoptionPlan Plan, IReadOnlyList<EngagementEvent> Events);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdoptionPlan))]
internal sealed partial class AdoptionPlanJson : JsonSerializerContext;
