using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox;

/// <summary>One call, by itself or out of a batch.</summary>
/// <param name="Path">Below <c>/v1.0</c>, without the query.</param>
internal sealed record SandboxCall(string Method, string Path, IQueryCollection Query, SandboxHeaders Headers, JsonNode? Body)
{
    public string[] Segments { get; } = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The body of a call that needs one.</summary>
    public JsonObject? Fields => Body as JsonObject;
}

/// <summary>The headers that matter here.</summary>
internal sealed record SandboxHeaders(string? IfMatch, string? Prefer)
{
    public bool WantsNewVersion => Prefer?.Contains("return=representation", StringComparison.OrdinalIgnoreCase) == true;
}
