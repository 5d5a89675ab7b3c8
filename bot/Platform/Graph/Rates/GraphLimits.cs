using System.Text.Json;
using System.Text.Json.Serialization;
using FastTrackBot.Platform.BotFramework.Rates;

namespace FastTrackBot.Platform.Graph.Rates;

/// <summary>What the services of Graph let an app do in a tenant, as their documentation says.</summary>
/// <param name="Services">The first that covers a path is the one; the last covers all.</param>
internal sealed record GraphLimits(GraphLimitSource Source, IReadOnlyList<GraphService> Services)
{
    public static GraphLimits Current { get; } = Read();

    private static GraphLimits Read()
    {
        using var stream = typeof(GraphLimits).Assembly.GetManifestResourceStream("Platform/Graph/Rates/Data/graph-limits.json")!;
        return JsonSerializer.Deserialize(stream, GraphLimitsJson.Default.GraphLimits)!;
    }
}

internal sealed record GraphLimitSource(string Title, string Date, string Url);

/// <param name="Paths">Beginnings of paths; a star stands for any one segment. Limits that the documentation gives in resource units are calls here, each taken as a dear one.</param>
/// <param name="Part">The number of the segment that names what is limited by itself; null: the service as a whole.</param>
/// <param name="Limits">The tenant's is the pace; a thread's, the most in any such time.</param>
internal sealed record GraphService(string Name, IReadOnlyList<string> Paths, int? Part, string Note, RateLimits Limits)
{
    public bool Covers(string[] segments) => Paths.Any(path => Covers(path.Split('/', StringSplitOptions.RemoveEmptyEntries), segments));

    private static bool Covers(string[] beginning, string[] segments) =>
        beginning.Length <= segments.Length && beginning.Zip(segments).All(pair => pair.First == "*" || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(GraphLimits))]
internal sealed partial class GraphLimitsJson : JsonSerializerContext;
