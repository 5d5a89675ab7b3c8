using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox;

/// <summary><c>$select</c>: what was asked for, and the annotations that come in any case.</summary>
internal static class SandboxSelect
{
    public static JsonObject Of(JsonObject row, SandboxCall call)
    {
        var wanted = call.Query["$select"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return wanted.Length == 0 ? row : new JsonObject(row
            .Where(member => member.Key.StartsWith('@') || wanted.Contains(member.Key, StringComparer.OrdinalIgnoreCase))
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
    }
}
