using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox;

/// <summary>A call and what the sandbox answered to it, for whoever wants to hold both against Microsoft's description.</summary>
/// <param name="Path">Below <c>/v1.0</c>, decoded.</param>
/// <param name="Query">By name, decoded.</param>
/// <param name="Headers">The names of the call's headers.</param>
/// <param name="Status">0: the caller was left without an answer.</param>
/// <param name="Answer">None where the answer has no body.</param>
public sealed record SandboxExchange(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlySet<string> Headers,
    JsonNode? Body,
    int Status,
    JsonNode? Answer);
