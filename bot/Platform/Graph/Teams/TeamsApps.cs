namespace FastTrackBot.Platform.Graph.Teams;

/// <summary>The apps of the organisation's catalogue, and for whom they are installed.</summary>
public sealed class TeamsApps(GraphClient graph)
{
    /// <summary>Permission: <c>AppCatalog.Read.All</c>.</summary>
    /// <param name="externalId">The id in the app's manifest.</param>
    /// <returns>The catalogue's own id; null: nobody has uploaded the app.</returns>
    /// <exception cref="GraphException"/>
    public async Task<string?> FindAsync(string externalId, CancellationToken ct)
    {
        var path = $"/appCatalogs/teamsApps?$filter=externalId%20eq%20{GraphPath.Quoted(externalId)}&$select=id";
        await foreach (var app in graph.ListAsync(path, TeamsJson.Default.AppPage, ct)) return app.Id;
        return null;
    }

    /// <summary>
    /// Permission: <c>TeamsAppInstallation.ReadWriteSelfForUser.All</c>, for the app whose manifest names this one as its own. Expect 409: the
    /// person has it already; 403: a policy of Teams forbids it to the person; 404: there is no such person.
    /// </summary>
    /// <exception cref="GraphException"/>
    public Task InstallAsync(string userId, string appId, CancellationToken ct)
    {
        var app = new NewTeamsAppInstallation(graph.AddressOf($"/appCatalogs/teamsApps/{GraphPath.Segment(appId)}").AbsoluteUri);
        return graph.SendAsync(
            GraphRequest.Post(PathOf(userId), app, TeamsJson.Default.NewTeamsAppInstallation) with { Repeat = GraphRepeat.Freely }, ct);
    }

    /// <summary>The chat of the app with somebody who has it. The same permission.</summary>
    /// <returns>Null: it is not installed.</returns>
    /// <exception cref="GraphException"/>
    public async Task<string?> FindChatAsync(string userId, string appId, CancellationToken ct)
    {
        var path = $"{PathOf(userId)}?$expand=teamsApp&$filter=teamsApp/id%20eq%20{GraphPath.Quoted(appId)}";
        await foreach (var installation in graph.ListAsync(path, TeamsJson.Default.InstallationPage, ct))
        {
            var chat = await graph.GetAsync($"{PathOf(userId)}/{GraphPath.Segment(installation.Id)}/chat", TeamsJson.Default.TeamsChat, ct);
            return chat.Id;
        }

        return null;
    }

    private static string PathOf(string userId) => $"/users/{GraphPath.Segment(userId)}/teamwork/installedApps";
}
