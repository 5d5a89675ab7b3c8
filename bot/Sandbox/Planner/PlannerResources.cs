using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox.Planner;

/// <summary>Resources of one kind by id, each with its own etag; a greater etag is a newer one.</summary>
internal sealed class PlannerResources(string kind)
{
    private const string IdLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    // Planner's ids are told apart by case.
    private readonly Dictionary<string, JsonObject> _byId = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private int _versions;

    public IEnumerable<JsonObject> All => _order.Select(id => _byId[id]);

    public JsonObject? Find(string? id) => id is not null && _byId.TryGetValue(id, out var found) ? found : null;

    public IEnumerable<JsonObject> Of(string property, string id) => All.Where(resource => resource[property]?.GetValue<string>() == id);

    /// <param name="id">None: a new one.</param>
    public JsonObject Add(JsonObject resource, string? id = null)
    {
        id ??= RandomNumberGenerator.GetString(IdLetters, 28);
        resource["id"] = id;
        _byId[id] = resource;
        _order.Add(id);
        Renew(resource);
        return resource;
    }

    public bool Remove(string id) => _byId.Remove(id) && _order.Remove(id);

    public void Renew(JsonObject resource) =>
        resource["@odata.etag"] = $"W/\"{kind}-{(++_versions).ToString("D10", CultureInfo.InvariantCulture)}\"";

    /// <returns>The refusal of a change that names no version, a version of something else, or an old one; none: go on.</returns>
    public SandboxAnswer? Refuses(JsonObject resource, string? etag)
    {
        if (etag is null || !etag.StartsWith($"W/\"{kind}-", StringComparison.Ordinal))
            return new(412, Code: "");
        return etag == resource["@odata.etag"]!.GetValue<string>() ? null : new(409, Code: "");
    }
}
