using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox.SharePoint;

/// <summary>SharePoint of the make-believe tenant: one site, where lists can be made and filled.</summary>
internal sealed class SandboxSites(SandboxPermissions permissions, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SandboxList> _lists = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>None where the path is not SharePoint's.</returns>
    public SandboxAnswer? Answer(SandboxCall call)
    {
        if (call.Segments is not ["sites", ..])
            return null;
        if (!permissions.Has(SandboxPermissions.Sites) || !MayWrite(call))
            return new(403, Code: "accessDenied");
        lock (_gate)
            return Route(call) ?? new(404, Code: "itemNotFound");
    }

    public bool DeleteList(string id)
    {
        lock (_gate)
            return _lists.Remove(id);
    }

    private bool MayWrite(SandboxCall call) => permissions.SiteRole switch
    {
        "manage" => true,
        "write" => call is not ({ Method: "POST", Segments: [_, _, "lists"] } or { Method: "DELETE", Segments: [_, _, "lists", _] }),
        _ => call.Method == "GET",
    };

    private SandboxAnswer? Route(SandboxCall call) => (call.Method, call.Segments) switch
    {
        ("GET", ["sites", SandboxPlaces.SiteHost + ":", .. var path]) when "/" + string.Join('/', path) == SandboxPlaces.SitePath => new(200, Site()),
        ("GET", ["sites", SandboxPlaces.SiteId]) => new(200, Site()),
        (var method, ["sites", SandboxPlaces.SiteId, "lists"]) => Lists(method, call),
        (var method, ["sites", SandboxPlaces.SiteId, "lists", var id]) when _lists.TryGetValue(id, out var list) => One(method, list, call),
        ("GET", ["sites", SandboxPlaces.SiteId, "lists", var id, "columns"]) when _lists.TryGetValue(id, out var list) =>
            SandboxAnswer.Page(list.Columns.Select(column => column.ToJson())),
        (_, ["sites", SandboxPlaces.SiteId, "lists", var id, "items", ..]) when _lists.TryGetValue(id, out var list) => list.Answer(call),
        _ => null,
    };

    private SandboxAnswer? Lists(string method, SandboxCall call) => method switch
    {
        "GET" => SandboxAnswer.Page(_lists.Values.Select(list => SandboxSelect.Of(list.ToJson(withColumns: false), call))),
        "POST" => Create(call.Fields),
        _ => null,
    };

    private SandboxAnswer? One(string method, SandboxList list, SandboxCall call)
    {
        if (method == "GET")
            return new(200, list.ToJson(call.Query["$expand"].ToString().Contains("columns", StringComparison.Ordinal)));
        return method == "DELETE" && _lists.Remove(list.Id) ? SandboxAnswer.Done : null;
    }

    private SandboxAnswer Create(JsonObject? body)
    {
        if (body?["displayName"] is not JsonValue name || body["columns"] is not (null or JsonArray))
            return new(400, Code: "invalidRequest");
        var columns = (body["columns"] as JsonArray ?? []).Select(column => SandboxColumn.Read(column as JsonObject)).ToList();
        if (columns.Contains(null))
            return new(400, Code: "invalidRequest");
        if (_lists.Values.Any(list => list.DisplayName.Equals(name.GetValue<string>(), StringComparison.OrdinalIgnoreCase)))
            return new(409, Code: "nameAlreadyExists");
        var made = new SandboxList(name.GetValue<string>(), [SandboxColumn.Title, .. columns.OfType<SandboxColumn>()], time);
        _lists.Add(made.Id, made);
        return new(201, made.ToJson(withColumns: false));
    }

    private static JsonObject Site() => new()
    {
        ["id"] = SandboxPlaces.SiteId,
        ["createdDateTime"] = "2026-09-01T08:00:00Z",
        ["lastModifiedDateTime"] = "2026-09-01T08:00:00Z",
        ["name"] = SandboxPlaces.SitePath[(SandboxPlaces.SitePath.LastIndexOf('/') + 1)..],
        ["displayName"] = "Contoso onboarding",
        ["webUrl"] = SandboxPlaces.SiteUrl,
        ["siteCollection"] = new JsonObject { ["hostname"] = SandboxPlaces.SiteHost },
    };
}
