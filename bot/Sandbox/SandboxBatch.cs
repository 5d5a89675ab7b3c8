using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace FastTrackBot.Sandbox;

/// <summary><c>POST /$batch</c>: up to twenty calls to what <see cref="SandboxTenant"/> holds, each with a status and with faults of its own.</summary>
internal sealed class SandboxBatch(SandboxTenant tenant, SandboxFaults faults, SandboxInspection inspection)
{
    private const int MostRequests = 20;

    public SandboxAnswer Answer(HttpContext http, SandboxCall envelope)
    {
        if (envelope.Method != "POST" || envelope.Fields?["requests"] is not JsonArray { Count: > 0 and <= MostRequests } requests)
            return new(400);
        var ids = requests.Select(request => request?["id"]?.GetValue<string>()).ToList();
        if (ids.Contains(null) || ids.Distinct(StringComparer.OrdinalIgnoreCase).Count() < ids.Count)
            return new(400);
        return new(200, new JsonObject
        {
            // Answers come in any order; backwards is one that nobody gets right by accident.
            ["responses"] = new JsonArray([.. requests.Reverse().Select(request => AnswerOne(http, request!.AsObject()))]),
        });
    }

    private JsonObject AnswerOne(HttpContext http, JsonObject request)
    {
        var call = Read(request);
        var fault = faults.Take(call.Path, call.Method);
        var answer = fault is not null ? new(fault.Status, null, fault.Code) : IsUntyped(request) ? new(400) : tenant.Answer(call) ?? new SandboxAnswer(404);
        var body = answer.IsSuccess ? answer.Body : SandboxErrors.Body(http, answer.Status, answer.Code);
        var headers = new JsonObject { ["Content-Type"] = "application/json" };
        if (fault?.RetryAfter is { } seconds)
            headers["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture);
        inspection.Inspect(new(
            call.Method, call.Path, call.Query.ToDictionary(option => option.Key, option => option.Value.ToString()),
            Headers(request).Select(header => header.Key).ToHashSet(StringComparer.OrdinalIgnoreCase), call.Body, answer.Status, body));
        var reply = new JsonObject { ["id"] = request["id"]!.DeepClone(), ["status"] = answer.Status, ["headers"] = headers };
        if (body is not null)
            reply["body"] = body.DeepClone();
        return reply;
    }

    private static SandboxCall Read(JsonObject request)
    {
        var url = request["url"]?.GetValue<string>() ?? "";
        var (path, query) = url.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? (url[..mark], url[mark..]) : (url, "");
        return new(
            request["method"]?.GetValue<string>().ToUpperInvariant() ?? "", Uri.UnescapeDataString(path.StartsWith('/') ? path : "/" + path),
            new QueryCollection(QueryHelpers.ParseQuery(query)), new(Header(request, "If-Match"), Header(request, "Prefer")), request["body"]);
    }

    // A body without its type is refused, as Graph does.
    private static bool IsUntyped(JsonObject request) => request["body"] is not null && Header(request, "Content-Type") is null;

    private static string? Header(JsonObject request, string name) =>
        Headers(request).FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.GetValue<string>();

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Headers(JsonObject request) => request["headers"] as JsonObject ?? [];
}
