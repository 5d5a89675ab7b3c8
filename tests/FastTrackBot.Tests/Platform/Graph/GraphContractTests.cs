using System.Runtime.CompilerServices;
using System.Text.Json;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Tenant;

namespace FastTrackBot.Tests.Platform.Graph;

/// <summary>
/// What the client asks for exists in Microsoft's own description of Graph, a file that is not part of this repository:
/// <c>graph/openapi.json</c> in <c>../shared</c> or in the folder that FASTTRACKBOT_SHARED names.
/// </summary>
public sealed class GraphContractTests
{
    // /directory/subscriptions is documented, but not part of that slice.
    [Theory]
    [InlineData(GraphTenant.Paths.Organization, "microsoft.graph.organization")]
    [InlineData(GraphTenant.Paths.SubscribedSkus, "microsoft.graph.subscribedSku")]
    [InlineData(TenantReads.Paths.Users, "microsoft.graph.user")]
    [InlineData(TenantReads.Paths.Domains, "microsoft.graph.domain")]
    [InlineData(TenantReads.Paths.SecurityDefaults, "microsoft.graph.identitySecurityDefaultsEnforcementPolicy")]
    [InlineData(TenantReads.Paths.ControlProfiles, "microsoft.graph.secureScoreControlProfile")]
    [InlineData("/security/secureScores?$select=id,createdDateTime,currentScore,maxScore,controlScores", "microsoft.graph.secureScore")]
    [InlineData("/admin/serviceAnnouncement/issues?$select=id,title,service,classification,status,isResolved,startDateTime", "microsoft.graph.serviceHealthIssue")]
    public void Each_path_and_each_selected_property_exists(string request, string schema)
    {
        var file = Description();
        if (!File.Exists(file))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"Graph's description is missing: {file}");
            Assert.Skip($"Graph's description is not there: {file}");
        }

        using var description = JsonDocument.Parse(File.ReadAllText(file));
        var (path, selected) = request.Split("?$select=") is [var before, var after] ? (before, after) : (request, "");
        Assert.True(description.RootElement.GetProperty("paths").GetProperty(path).TryGetProperty("get", out _));
        var known = Properties(description.RootElement, schema).ToHashSet();
        Assert.All(selected.Split('&')[0].Split(','), name => Assert.Contains(name, known));
    }

    private static IEnumerable<string> Properties(JsonElement description, string schema)
    {
        var pending = new Queue<JsonElement>([description.GetProperty("components").GetProperty("schemas").GetProperty(schema)]);
        while (pending.TryDequeue(out var current))
        {
            if (current.TryGetProperty("$ref", out var reference))
            {
                var name = reference.GetString()!.Split('/')[^1];
                pending.Enqueue(description.GetProperty("components").GetProperty("schemas").GetProperty(name));
            }

            if (current.TryGetProperty("allOf", out var parts))
            {
                foreach (var part in parts.EnumerateArray())
                    pending.Enqueue(part);
            }

            if (current.TryGetProperty("properties", out var properties))
            {
                foreach (var property in properties.EnumerateObject())
                    yield return property.Name;
            }
        }
    }

    private static string Description([CallerFilePath] string here = "")
    {
        var shared = Environment.GetEnvironmentVariable("FASTTRACKBOT_SHARED") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(here, "../../../../../../shared"));
        return Path.Combine(shared, "graph", "openapi.json");
    }
}
