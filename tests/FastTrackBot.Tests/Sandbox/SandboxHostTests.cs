using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Sandbox;

public sealed class SandboxHostTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private SandboxHost _sandbox = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(ct: Ct);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "anything");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_bearer_token_it_answers_401_as_Graph_does()
    {
        _http.DefaultRequestHeaders.Authorization = null;
        _http.DefaultRequestHeaders.Add("client-request-id", "mine");

        using var response = await _http.GetAsync(Graph("/organization"), Ct);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["error"]!;

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("InvalidAuthenticationToken", error["code"]!.GetValue<string>());
        Assert.Equal(response.Headers.GetValues("request-id").Single(), error["innerError"]!["request-id"]!.GetValue<string>());
        Assert.Equal("mine", error["innerError"]!["client-request-id"]!.GetValue<string>());
        Assert.False(Assert.Single(_sandbox.Requests).Authorized);
    }

    [Fact]
    public async Task Pages_end_with_the_one_that_has_no_next()
    {
        var first = await GetAsync("/users?$top=4&$select=id");
        var second = JsonNode.Parse(await _http.GetStringAsync(new Uri(first["@odata.nextLink"]!.GetValue<string>()), Ct))!;

        Assert.Equal(4, first["value"]!.AsArray().Count);
        Assert.Equal(2, second["value"]!.AsArray().Count);
        Assert.Null(second["@odata.nextLink"]);
        Assert.All(second["value"]!.AsArray(), row => Assert.Equal("id", Assert.Single(row!.AsObject()).Key));
    }

    [Fact]
    public async Task A_row_is_found_by_its_id()
    {
        var admin = await GetAsync("/users/" + SandboxPeople.Admin);

        Assert.Equal("Alex Wilber", admin["displayName"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/nothing", 404)]
    [InlineData("/users/nobody", 404)]
    [InlineData("/users?$top=0", 400)]
    [InlineData("/users?$top=many", 400)]
    public async Task What_is_not_there_is_an_error(string path, int status)
    {
        _sandbox.Tolerant = true;
        using var response = await _http.GetAsync(Graph(path), Ct);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_fault_that_was_posted_meets_its_path_so_often_and_no_other()
    {
        await PostFaultAsync("""{"path":"/subscribedSkus","status":429,"retryAfter":2,"times":1}""");

        using var other = await _http.GetAsync(Graph("/organization"), Ct);
        using var throttled = await _http.GetAsync(Graph("/subscribedSkus"), Ct);
        using var after = await _http.GetAsync(Graph("/subscribedSkus"), Ct);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK], [other.StatusCode, throttled.StatusCode, after.StatusCode]);
        Assert.Equal(TimeSpan.FromSeconds(2), throttled.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_fault_may_meet_one_method_only()
    {
        await PostFaultAsync("""{"method":"PATCH","status":503}""");
        using var read = await _http.GetAsync(Graph("/organization"), Ct);

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Theory]
    [InlineData("DELETE", "permissions/Sites.Selected", "/sites/" + SandboxPlaces.SiteId, 403)]
    [InlineData("DELETE", "permissions/Tasks.ReadWrite.All", "/groups/" + SandboxPeople.TeamGroup + "/planner/plans", 403)]
    [InlineData("PUT", "permissions/Tasks.ReadWrite.All", "/groups/" + SandboxPeople.TeamGroup + "/planner/plans", 200)]
    [InlineData("PUT", "site/role/read", "/sites/" + SandboxPlaces.SiteId + "/lists", 200)]
    public async Task Permissions_have_levers(string method, string lever, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_sandbox.Address, "/sandbox/" + lever));
        using var pulled = await _http.SendAsync(request, Ct);
        using var response = await _http.GetAsync(Graph(path), Ct);

        Assert.True(pulled.IsSuccessStatusCode);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Faults_stay_until_they_are_taken_away()
    {
        await PostFaultAsync("""{"status":503}""");
        using var first = await _http.GetAsync(Graph("/organization"), Ct);
        using var second = await _http.GetAsync(Graph("/users"), Ct);
        using var deleted = await _http.DeleteAsync(new Uri(_sandbox.Address, "/sandbox/faults"), Ct);
        using var third = await _http.GetAsync(Graph("/users"), Ct);

        Assert.Equal(
            [HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK],
            [first.StatusCode, second.StatusCode, third.StatusCode]);
    }

    [Fact]
    public async Task A_hanging_call_never_answers_and_does_not_hold_up_the_end()
    {
        await PostFaultAsync("""{"hang":true}""");

        var call = _http.GetAsync(Graph("/organization"), Ct);
        while (_sandbox.Requests.Count == 0)
            await Task.Yield();
        Assert.False(call.IsCompleted);
        await _sandbox.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
    }

    [Fact]
    public async Task A_misspelt_fault_is_refused()
    {
        using var body = new StringContent("""{"pth":"/users"}""");
        using var response = await _http.PostAsync(new Uri(_sandbox.Address, "/sandbox/faults"), body, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("directory/subscriptions", "[]", 204)]
    [InlineData("directory/subscriptions", """{"value":[]}""", 204)]
    [InlineData("directory/subscriptions", "{}", 400)]
    [InlineData("directory/subscriptions", "no json", 400)]
    [InlineData("nothing", "[]", 404)]
    public async Task Data_can_be_replaced_at_run_time(string collection, string json, int status)
    {
        using var body = new StringContent(json);
        using var response = await _http.PutAsync(new Uri(_sandbox.Address, "/sandbox/data/" + collection), body, Ct);
        var left = (await GetAsync("/directory/subscriptions"))["value"]!.AsArray().Count;

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 204 ? 0 : 7, left);
    }

    [Fact]
    public async Task What_was_asked_can_be_looked_up()
    {
        await GetAsync("/users?$top=1");
        var listed = JsonNode.Parse(await _http.GetStringAsync(new Uri(_sandbox.Address, "/sandbox/requests"), Ct))!.AsArray();

        var request = Assert.Single(listed)!;
        Assert.Equal(("/users", "?$top=1"), (request["path"]!.GetValue<string>(), request["query"]!.GetValue<string>()));
    }

    private Uri Graph(string path) => new(_sandbox.GraphBaseUrl + path);

    private async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await _http.GetStringAsync(Graph(path), Ct))!;

    private async Task PostFaultAsync(string json)
    {
        using var body = new StringContent(json);
        using var response = await _http.PostAsync(new Uri(_sandbox.Address, "/sandbox/faults"), body, Ct);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }
}
