using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph.Planner;

/// <summary>The rest of a task: a resource of its own, with an etag of its own.</summary>
/// <param name="References">By address, in which <c>. : % @ #</c> are written as <c>%2E</c> and so on.</param>
/// <param name="Checklist">By an id that the writer makes up.</param>
public sealed record PlannerTaskDetails(
    string Id,
    [property: JsonPropertyName("@odata.etag")] string? ETag,
    string? Description,
    IReadOnlyDictionary<string, PlannerReference>? References,
    IReadOnlyDictionary<string, PlannerChecklistItem>? Checklist);

public sealed record PlannerReference(string? Alias)
{
    [JsonPropertyName("@odata.type")]
    public string ODataType { get; init; } = "#microsoft.graph.plannerExternalReference";

    /// <summary>The key under which an address is kept.</summary>
    public static string KeyOf(Uri address) => address.AbsoluteUri
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace(".", "%2E", StringComparison.Ordinal)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace("@", "%40", StringComparison.Ordinal)
        .Replace("#", "%23", StringComparison.Ordinal);
}

public sealed record PlannerChecklistItem(string? Title, bool? IsChecked)
{
    [JsonPropertyName("@odata.type")]
    public string ODataType { get; init; } = "#microsoft.graph.plannerChecklistItem";
}

/// <summary>What is to become of a task's details. Both maps are merged by key; null removes one.</summary>
public sealed record PlannerTaskDetailsChange
{
    public string? Description { get; init; }

    /// <summary><c>checklist</c>, <c>description</c>, <c>reference</c>, <c>noPreview</c>: what the card on the board shows.</summary>
    public string? PreviewType { get; init; }

    public IReadOnlyDictionary<string, PlannerReference?>? References { get; init; }

    public IReadOnlyDictionary<string, PlannerChecklistItem?>? Checklist { get; init; }
}
