namespace FastTrackBot.Platform.Graph.SharePoint;

/// <param name="Name">The last part of its address; people see <paramref name="DisplayName"/>, and can change it.</param>
/// <param name="Columns">Only where they were asked for. Hidden ones and the system's own are among them.</param>
public sealed record SharePointList(string Id, string? Name, string? DisplayName, string? WebUrl, IReadOnlyList<ListColumn>? Columns);

/// <summary>Which list of which site.</summary>
public sealed record ListAddress(string SiteId, string ListId);

/// <summary>A list to be made, as the body of the request.</summary>
public sealed record NewList(string DisplayName, IReadOnlyList<ListColumn> Columns)
{
    public string? Description { get; init; }

    public ListTemplate List { get; } = new("genericList");
}

public sealed record ListTemplate(string Template);
