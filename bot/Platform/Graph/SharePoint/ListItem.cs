using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph.SharePoint;

/// <param name="Id">A small number, counted within its list.</param>
/// <param name="ETag">Changes with every change of the item.</param>
/// <param name="Fields">The columns by name, and the system's own beside them. An empty column is left out.</param>
public sealed record ListItem(
    string Id,
    [property: JsonPropertyName("@odata.etag")] string? ETag,
    string? WebUrl,
    JsonObject? Fields);

internal sealed record NewListItem(JsonObject Fields);
