using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FastTrackBot.Sandbox.SharePoint;

/// <summary>A list and its items. It refuses what SharePoint refuses: unknown columns, taken keys, filters without an index.</summary>
internal sealed partial class SandboxList(string displayName, IReadOnlyList<SandboxColumn> columns, TimeProvider time)
{
    private static readonly SandboxAnswer Invalid = new(400, Code: "invalidRequest");

    private readonly List<SandboxItem> _items = [];
    private readonly string _created = SandboxApplication.Now(time);
    private int _lastId;

    public string Id { get; } = Guid.NewGuid().ToString();

    public string DisplayName => displayName;

    public IReadOnlyList<SandboxColumn> Columns => columns;

    private string WebUrl => $"{SandboxPlaces.SiteUrl}/Lists/{Uri.EscapeDataString(displayName)}";

    public JsonObject ToJson(bool withColumns)
    {
        var json = new JsonObject
        {
            ["@odata.etag"] = $"\"{Id},1\"",
            ["createdDateTime"] = _created,
            ["eTag"] = $"\"{Id},1\"",
            ["id"] = Id,
            ["lastModifiedDateTime"] = _created,
            ["name"] = displayName,
            ["webUrl"] = WebUrl,
            ["displayName"] = displayName,
            ["createdBy"] = SandboxApplication.Itself,
            ["list"] = new JsonObject { ["contentTypesEnabled"] = false, ["hidden"] = false, ["template"] = "genericList" },
        };
        if (withColumns)
            json["columns"] = new JsonArray([.. columns.Select(column => (JsonNode)column.ToJson())]);
        return json;
    }

    public SandboxAnswer? Answer(SandboxCall call) => (call.Method, call.Segments[5..]) switch
    {
        ("GET", []) => Query(call),
        ("POST", []) => Create(call.Fields?["fields"] as JsonObject),
        ("GET", [var id]) when Find(id) is { } item => new(200, item.ToJson(WebUrl, Expands(call))),
        ("DELETE", [var id]) when Find(id) is { } item => Delete(item, call.Headers.IfMatch),
        ("GET", [var id, "fields"]) when Find(id) is { } item => new(200, item.FieldsJson()),
        ("PATCH", [var id, "fields"]) when Find(id) is { } item => Change(item, call),
        _ => null,
    };

    private SandboxItem? Find(string id) => _items.Find(item => item.Id == id);

    private SandboxAnswer Query(SandboxCall call)
    {
        var filter = call.Query["$filter"].ToString();
        if (filter.Length == 0)
            return SandboxAnswer.Page(_items.Select(item => item.ToJson(WebUrl, Expands(call))));
        var match = EqualsFilter().Match(filter);
        // A filter on a column without index is refused, unless one asks to be let down at random later.
        if (!match.Success || Column(match.Groups[1].Value) is not { IsIndexed: true } column)
            return Invalid;
        var wanted = match.Groups[2].Value.Replace("''", "'", StringComparison.Ordinal);
        return SandboxAnswer.Page(_items
            .Where(item => string.Equals(item.Text(column.Name), wanted, StringComparison.OrdinalIgnoreCase))
            .Select(item => item.ToJson(WebUrl, Expands(call))));
    }

    private SandboxAnswer Create(JsonObject? fields)
    {
        if (fields is null || !Takes(fields, null) || columns.Any(column => column.IsRequired && fields[column.Name] is null))
            return Invalid;
        var item = new SandboxItem((++_lastId).ToString(CultureInfo.InvariantCulture), time);
        item.Change(fields);
        _items.Add(item);
        return new(201, item.ToJson(WebUrl, withFields: true));
    }

    private SandboxAnswer Change(SandboxItem item, SandboxCall call)
    {
        if (call.Headers.IfMatch is { } etag && etag != item.ETag)
            return new(412);
        if (call.Fields is not { } fields || !Takes(fields, item))
            return Invalid;
        item.Change(fields);
        return new(200, item.FieldsJson());
    }

    private SandboxAnswer Delete(SandboxItem item, string? etag)
    {
        if (etag is not null && etag != item.ETag)
            return new(412);
        _items.Remove(item);
        return SandboxAnswer.Done;
    }

    private bool Takes(JsonObject fields, SandboxItem? itself) => fields.All(field =>
        Column(field.Key) is { } column && column.Takes(field.Value) && (!column.IsUnique || IsFree(column, field.Value, itself)));

    private bool IsFree(SandboxColumn column, JsonNode? value, SandboxItem? itself) => value is null || !_items.Exists(item =>
        item != itself && string.Equals(item.Text(column.Name), value.ToString(), StringComparison.OrdinalIgnoreCase));

    private SandboxColumn? Column(string name) => columns.FirstOrDefault(column => column.Name == name);

    private static bool Expands(SandboxCall call) => call.Query["$expand"].ToString().StartsWith("fields", StringComparison.Ordinal);

    [GeneratedRegex("^fields/([A-Za-z0-9_]+) eq '((?:[^']|'')*)'$")]
    private static partial Regex EqualsFilter();
}
