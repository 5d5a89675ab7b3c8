using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FastTrackBot.FastTrack;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.FastTrack.Recording;

/// <summary>What people see of the records in the make-believe tenant, and what they do there.</summary>
internal class RecordedTenant : IDisposable
{
    private readonly HttpClient _http = new();

    public RecordedTenant(SandboxHost graph)
    {
        Graph = graph;
        _http.BaseAddress = new Uri(graph.GraphBaseUrl + "/");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "test");
    }

    public SandboxHost Graph { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<JsonObject[]> ListsAsync() => RowsAsync($"sites/{SandboxPlaces.SiteId}/lists");

    public async Task<JsonObject[]> ItemsAsync() => await ListsAsync() is [{ } list]
        ? [.. (await RowsAsync($"sites/{SandboxPlaces.SiteId}/lists/{list["id"]}/items?$expand=fields")).Select(item => item["fields"]!.AsObject())]
        : [];

    public Task<JsonObject[]> PlansAsync() => RowsAsync($"groups/{SandboxPeople.TeamGroup}/planner/plans");

    public async Task<JsonObject> PlanAsync(string engagement) =>
        Assert.Single(await PlansAsync(), plan => plan["title"]!.GetValue<string>().Contains(engagement[..12], StringComparison.Ordinal));

    public async Task<JsonObject[]> BucketsAsync(string engagement) => await RowsAsync($"planner/plans/{(await PlanAsync(engagement))["id"]}/buckets");

    public async Task<JsonObject[]> TasksAsync(string engagement) => await RowsAsync($"planner/plans/{(await PlanAsync(engagement))["id"]}/tasks");

    public async Task<JsonObject> TaskAsync(string engagement, string item) =>
        Assert.Single(await TasksAsync(engagement), task => task["title"]!.GetValue<string>() == Names.OfItem(item));

    public async Task TickInPlannerAsync(string engagement, string item, string person) =>
        Graph.TickTask((await TaskAsync(engagement, item))["id"]!.GetValue<string>(), person);

    /// <summary>Somebody reopens a task; Planner does not say who.</summary>
    public async Task ReopenInPlannerAsync(string engagement, string item)
    {
        var task = await TaskAsync(engagement, item);
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"planner/tasks/{task["id"]}") { Content = JsonContent.Create(new JsonObject { ["percentComplete"] = 0 }) };
        request.Headers.TryAddWithoutValidation("If-Match", task["@odata.etag"]!.GetValue<string>());
        using var response = await _http.SendAsync(request, Ct);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonObject[]> RowsAsync(string path) =>
        [.. (await _http.GetFromJsonAsync<JsonObject>(path, Ct))!["value"]!.AsArray().Select(row => row!.AsObject())];
}
