using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox;

/// <summary>
/// A resolver of the make-believe tenant's zones, in the form of DNS over HTTPS with JSON. It meets the same faults as Graph, below
/// the path <c>/dns-query</c>.
/// </summary>
internal sealed class SandboxDns(SandboxFaults faults, SandboxGraph graph)
{
    public const string Path = "/sandbox/dns-query";
    private const int NoSuchName = 3;

    private static readonly Dictionary<string, int> Types = new() { ["CNAME"] = 5, ["MX"] = 15, ["TXT"] = 16, ["SRV"] = 33 };

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string[]> _zone = Read();

    /// <param name="record">The type and the name, <c>MX contoso.example</c>.</param>
    /// <param name="data">As a zone file writes it; none: there is no such record.</param>
    public void Set(string record, params string[] data)
    {
        lock (_gate)
            _zone[record] = data;
    }

    public async Task AnswerAsync(HttpContext http)
    {
        var (name, type) = (http.Request.Query["name"].ToString().TrimEnd('.'), http.Request.Query["type"].ToString());
        if (faults.Take("/dns-query") is { } fault)
        {
            await graph.MisbehaveAsync(http, fault);
            return;
        }

        string[] data;
        bool exists;
        lock (_gate)
        {
            data = _zone.GetValueOrDefault($"{type} {name}") ?? [];
            exists = _zone.Any(record => record.Value.Length > 0 && record.Key.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase));
        }

        var answer = new JsonObject { ["Status"] = exists ? 0 : NoSuchName, ["TC"] = false, ["RD"] = true, ["RA"] = true, ["AD"] = false, ["CD"] = false };
        answer["Question"] = new JsonArray(new JsonObject { ["name"] = name, ["type"] = Types.GetValueOrDefault(type) });
        if (data.Length > 0)
            answer["Answer"] = new JsonArray([.. data.Select(one => new JsonObject { ["name"] = name, ["type"] = Types.GetValueOrDefault(type), ["TTL"] = 3600, ["data"] = one })]);
        http.Response.ContentType = "application/dns-json";
        await http.Response.WriteAsync(answer.ToJsonString(), http.RequestAborted);
    }

    private static Dictionary<string, string[]> Read()
    {
        using var stream = typeof(SandboxDns).Assembly.GetManifestResourceStream("Dns/contoso.json")!;
        return JsonNode.Parse(stream)!.AsObject().ToDictionary(
            record => record.Key, record => record.Value!.AsArray().Select(data => data!.GetValue<string>()).ToArray(), StringComparer.OrdinalIgnoreCase);
    }
}
