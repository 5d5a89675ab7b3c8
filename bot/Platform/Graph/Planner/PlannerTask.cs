using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph.Planner;

/// <param name="PercentComplete">The three states that people see: 0, 50, 100.</param>
/// <param name="CompletedBy">The person who ticked it, or the application where a program did so on its own.</param>
/// <param name="Assignments">By the person's object id.</param>
public sealed record PlannerTask(
    string Id,
    [property: JsonPropertyName("@odata.etag")] string? ETag,
    string? PlanId,
    string? BucketId,
    string? Title,
    int? PercentComplete,
    DateTimeOffset? DueDateTime,
    DateTimeOffset? CreatedDateTime,
    DateTimeOffset? CompletedDateTime,
    IdentitySet? CompletedBy,
    IReadOnlyDictionary<string, PlannerAssignment>? Assignments)
{
    public const int Done = 100;
}

public sealed record PlannerAssignment
{
    [JsonPropertyName("@odata.type")]
    public string Type { get; init; } = "#microsoft.graph.plannerAssignment";

    public string OrderHint { get; init; } = " !";
}

/// <summary>A task to be made, as the body of the request. Its description and its references follow in its details.</summary>
public sealed record NewPlannerTask(string PlanId, string BucketId, string Title)
{
    public DateTimeOffset? DueDateTime { get; init; }

    public int? PercentComplete { get; init; }

    /// <summary>1 urgent, 3 important, 5 medium, 9 low.</summary>
    public int? Priority { get; init; }

    public IReadOnlyDictionary<string, PlannerAssignment>? Assignments { get; init; }
}

/// <summary>What is to become of a task; what is none stays as it is.</summary>
public sealed record PlannerTaskChange
{
    public string? BucketId { get; init; }

    public string? Title { get; init; }

    public DateTimeOffset? DueDateTime { get; init; }

    public int? PercentComplete { get; init; }

    /// <summary>Merged by key: a person with null is taken off, one who is not named stays.</summary>
    public IReadOnlyDictionary<string, PlannerAssignment?>? Assignments { get; init; }
}
