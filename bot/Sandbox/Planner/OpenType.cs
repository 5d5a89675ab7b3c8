using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox.Planner;

/// <summary>Maps whose keys the caller chooses: assignments, references, the checklist. A change is merged key by key; null removes one.</summary>
internal static class OpenType
{
    /// <summary>Each value has to say what it is, where it is new or not.</summary>
    public static bool IsValid(JsonNode? map, string type) => map is null || (map is JsonObject entries && entries.All(entry =>
        entry.Value is null || (entry.Value is JsonObject value && value["@odata.type"]?.GetValue<string>().TrimStart('#') == "microsoft.graph." + type)));

    public static JsonObject Merge(JsonNode? before, JsonNode? change)
    {
        var merged = before?.DeepClone() as JsonObject ?? [];
        foreach (var (key, value) in change as JsonObject ?? [])
        {
            if (value is null)
                merged.Remove(key);
            else
                merged[key] = MergeEntry(merged[key] as JsonObject, value.AsObject());
        }

        return merged;
    }

    private static JsonObject MergeEntry(JsonObject? before, JsonObject change)
    {
        var merged = before?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in change)
            merged[name] = value?.DeepClone();
        return merged;
    }
}
