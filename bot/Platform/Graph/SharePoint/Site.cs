namespace FastTrackBot.Platform.Graph.SharePoint;

/// <param name="Id">Host, site collection and web, with commas between: all three are needed.</param>
public sealed record Site(string Id, string? DisplayName, string? WebUrl);
