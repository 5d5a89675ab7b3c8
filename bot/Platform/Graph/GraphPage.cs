using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph;

/// <summary>One page of a collection. It may be empty and still have a next one.</summary>
public sealed record GraphPage<T>(
    IReadOnlyList<T>? Value,
    [property: JsonPropertyName("@odata.nextLink")] string? NextLink);
