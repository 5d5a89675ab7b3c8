using System.Text.Json.Nodes;

namespace FastTrackBot.Platform.Graph.SharePoint;

/// <summary>
/// Lists of a site and their items. Permission: <c>Sites.Selected</c> with the role <c>write</c> on the site (for creating a list
/// <c>manage</c>), or <c>Sites.ReadWrite.All</c> and <c>Sites.Manage.All</c> for every site; without it expect 403.
/// In the first minutes after its creation a list may still be answered with 404.
/// </summary>
public sealed class SharePointLists(GraphClient graph)
{
    /// <summary>Finds a site by its address, <c>https://contoso.sharepoint.com/sites/fasttrack</c>. Permission: read. Expect 404.</summary>
    /// <exception cref="GraphException"/>
    public Task<Site> GetSiteAsync(Uri address, CancellationToken ct)
    {
        var path = address.AbsolutePath.TrimEnd('/');
        // A host by itself is the root site; behind a colon it would be refused.
        return graph.GetAsync($"/sites/{address.IdnHost}{(path.Length == 0 ? "" : ":" + path)}", SharePointJson.Default.Site, ct);
    }

    /// <summary>Finds a list by the name that people see, without its columns. Permission: read.</summary>
    /// <returns>None where there is no such list.</returns>
    /// <exception cref="GraphException"/>
    public async Task<SharePointList?> FindListAsync(string siteId, string displayName, CancellationToken ct)
    {
        var path = $"/sites/{GraphPath.Segment(siteId)}/lists?$select=id,name,displayName,webUrl";
        return await graph.ListAsync(path, SharePointJson.Default.ListPage, ct)
            .FirstOrDefaultAsync(list => string.Equals(list.DisplayName, displayName, StringComparison.OrdinalIgnoreCase), ct);
    }

    /// <summary>A list with its columns. Permission: read. Expect 404: somebody deleted it.</summary>
    /// <exception cref="GraphException"/>
    public Task<SharePointList> GetListAsync(ListAddress list, CancellationToken ct) =>
        graph.GetAsync($"{PathOf(list)}?$expand=columns", SharePointJson.Default.SharePointList, ct);

    /// <summary>
    /// Makes a list with its columns. Permission: <c>manage</c>, where the rest needs <c>write</c> only: expect 403, and ask for
    /// the list to be made by hand. Expect 409: there is one of that name.
    /// </summary>
    /// <exception cref="GraphException"/>
    public Task<SharePointList> CreateListAsync(string siteId, NewList list, CancellationToken ct) =>
        graph.SendAsync(
            GraphRequest.Post($"/sites/{GraphPath.Segment(siteId)}/lists", list, SharePointJson.Default.NewList) with { Repeat = GraphRepeat.WhenRefused },
            SharePointJson.Default.SharePointList, ct);

    /// <summary>Finds the item whose key column has that value. Permission: read. Expect 400: the column has no index.</summary>
    /// <returns>None where there is no such item.</returns>
    /// <exception cref="GraphException"/>
    public async Task<ListItem?> FindItemAsync(ListAddress list, string column, string key, CancellationToken ct)
    {
        var path = $"{PathOf(list)}/items?$expand=fields&$filter=fields/{GraphPath.Segment(column)}%20eq%20{GraphPath.Quoted(key)}&$top=1";
        return await graph.ListAsync(path, SharePointJson.Default.ItemPage, ct).FirstOrDefaultAsync(ct);
    }

    /// <summary>Permission: read. Expect 404: somebody deleted it.</summary>
    /// <exception cref="GraphException"/>
    public Task<ListItem> GetItemAsync(ListAddress list, string itemId, CancellationToken ct) =>
        graph.GetAsync($"{PathOf(list)}/items/{GraphPath.Segment(itemId)}?$expand=fields", SharePointJson.Default.ListItem, ct);

    /// <summary>
    /// Permission: <c>write</c>. A key that is taken is refused, with a status that is not documented: after any refusal, and after
    /// no answer at all, look for the key. Expect 404: the list was deleted.
    /// </summary>
    /// <exception cref="GraphException"/>
    public Task<ListItem> CreateItemAsync(ListAddress list, JsonObject fields, CancellationToken ct) =>
        graph.SendAsync(
            GraphRequest.Post($"{PathOf(list)}/items", new NewListItem(fields), SharePointJson.Default.NewListItem) with { Repeat = GraphRepeat.WhenRefused },
            SharePointJson.Default.ListItem, ct);

    /// <summary>
    /// Changes the given columns and no others; null empties one. Permission: <c>write</c>. Expect 404: it was deleted; and 412:
    /// it was changed since <paramref name="etag"/> (read it again; without an etag the last writer wins).
    /// </summary>
    /// <returns>The fields as they are now, with their new <c>@odata.etag</c>.</returns>
    /// <exception cref="GraphException"/>
    public Task<JsonObject> UpdateItemAsync(ListAddress list, string itemId, JsonObject changes, string? etag, CancellationToken ct) =>
        graph.SendAsync(
            GraphRequest.Patch($"{PathOf(list)}/items/{GraphPath.Segment(itemId)}/fields", changes, SharePointJson.Default.JsonObject) with { IfMatch = etag },
            SharePointJson.Default.JsonObject, ct);

    private static string PathOf(ListAddress list) => $"/sites/{GraphPath.Segment(list.SiteId)}/lists/{GraphPath.Segment(list.ListId)}";
}
