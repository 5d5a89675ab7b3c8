namespace FastTrackBot.Platform.Graph;

/// <summary>
/// Where Microsoft Graph stands in each national cloud. A token of one cloud is worthless in another, so root and scope
/// always change together. Source: https://learn.microsoft.com/graph/deployments
/// </summary>
/// <param name="Name">As in the setting <c>Bot:Cloud</c>.</param>
/// <param name="Root">Scheme and host, without a version.</param>
public sealed record GraphCloud(string Name, string Root)
{
    public static IReadOnlyList<GraphCloud> All { get; } =
    [
        new("Public", "https://graph.microsoft.com"),
        new("UsGovernment", "https://graph.microsoft.us"),
        new("UsGovernmentDoD", "https://dod-graph.microsoft.us"),
        new("China", "https://microsoftgraph.chinacloudapi.cn"),
    ];

    public string BaseUrl => Root + "/v1.0";

    public string Scope => Root + "/.default";

    /// <returns>None when there is no cloud of that name.</returns>
    public static GraphCloud? Find(string name) =>
        All.FirstOrDefault(cloud => cloud.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
