using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph.Planner;

public sealed record PlannerPlan(
    string Id,
    [property: JsonPropertyName("@odata.etag")] string? ETag,
    string? Title,
    PlannerContainer? Container,
    DateTimeOffset? CreatedDateTime);

/// <param name="Url">The address of the group that the plan belongs to.</param>
public sealed record PlannerContainer(string? Url);

internal sealed record NewPlannerPlan(string Title, PlannerContainer Container);

/// <summary>A column of the plan's board.</summary>
public sealed record PlannerBucket(
    string Id,
    [property: JsonPropertyName("@odata.etag")] string? ETag,
    string? Name,
    string? PlanId,
    string? OrderHint);

/// <param name="OrderHint">" !" is the first place; the service answers with a hint of its own.</param>
internal sealed record NewPlannerBucket(string PlanId, string Name, string OrderHint);
