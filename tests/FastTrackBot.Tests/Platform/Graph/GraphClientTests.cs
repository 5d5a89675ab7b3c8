using FastTrackBot.Platform.Graph;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.Graph;

public sealed class GraphClientTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly ScriptedHandler _graph = new();
    private readonly CountingCredential _credential;
    private readonly ServiceProvider _services;

    public GraphClientTests()
    {
        _credential = new(_clock);
        _services = GraphFixture.Services(_clock, _credential, _graph);
    }

    private GraphClient Client => _services.GetRequiredService<GraphClient>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task A_request_carries_the_token_a_name_of_its_own_and_the_decorated_user_agent()
    {
        _graph.Answers(200, """{"value":[]}""").Answers(200, """{"value":[]}""");

        await ListAsync();
        await ListAsync();

        Assert.All(_graph.Calls, call => Assert.Equal("Bearer token-1", call.Authorization));
        Assert.All(_graph.Calls, call => Assert.StartsWith("NONISV|", call.UserAgent, StringComparison.Ordinal));
        Assert.All(_graph.Calls, call => Assert.True(Guid.TryParse(call.ClientRequestId, out _)));
        Assert.NotEqual(_graph.Calls[0].ClientRequestId, _graph.Calls[1].ClientRequestId);
    }

    [Fact]
    public async Task Pages_are_followed_as_Graph_names_them_even_past_an_empty_one()
    {
        _graph
            .Answers(200, Page("""{"id":"1"}""", GraphFixture.Root + "/directory/subscriptions?$skiptoken=a%20b"))
            .Answers(200, Page("", GraphFixture.Root + "/directory/subscriptions?$skiptoken=c"))
            .Answers(200, Page("""{"id":"2"}""", null));

        var found = await ListAsync();

        Assert.Equal(["1", "2"], found.Select(subscription => subscription.Id));
        Assert.Equal(GraphFixture.Root + "/directory/subscriptions?$skiptoken=a%20b", _graph.Calls[1].Url);
    }

    [Theory]
    [InlineData("https://elsewhere.test/v1.0/directory/subscriptions?p=2")]
    [InlineData("http://graph.test/v1.0/directory/subscriptions?p=2")]
    [InlineData("https://graph.test:8443/v1.0/directory/subscriptions?p=2")]
    [InlineData("https://graph.test/beta/directory/subscriptions?p=2")]
    [InlineData("https://graph.test/v1.0/../other/directory/subscriptions")]
    [InlineData("https://graph.test@elsewhere.test/v1.0/directory/subscriptions")]
    [InlineData("https://graph.test.elsewhere.test/v1.0/directory/subscriptions")]
    [InlineData("/v1.0/directory/subscriptions?p=2")]
    public async Task A_next_page_outside_the_configured_root_is_refused_and_sees_no_token(string next)
    {
        _graph.Answers(200, Page("""{"id":"1"}""", next));

        var failure = await Assert.ThrowsAsync<GraphException>(ListAsync);

        Assert.Equal(GraphCodes.ForeignNextLink, failure.Code);
        Assert.Single(_graph.Calls);
    }

    [Fact]
    public async Task A_next_page_that_is_the_same_page_does_not_go_round_for_ever()
    {
        _graph.Answers(200, Page("", GraphFixture.Root + "/directory/subscriptions"));

        await Assert.ThrowsAsync<GraphException>(ListAsync);
    }

    [Theory]
    [InlineData("organization")]
    [InlineData("https://elsewhere.test/organization")]
    [InlineData("/../beta/organization")]
    public async Task A_path_that_leads_out_of_the_root_is_refused(string path)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.GetAsync(path, GraphJson.Default.OrganizationPage, Ct));
        Assert.Empty(_graph.Calls);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once()
    {
        _graph.Answers(401).Answers(200, """{"value":[]}""");

        await ListAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-2"], _graph.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task A_second_refusal_of_the_token_is_final()
    {
        _graph.Answers(401).Answers(401);

        var failure = await Assert.ThrowsAsync<GraphException>(ListAsync);

        Assert.Equal(401, failure.Status);
        Assert.Equal(2, _graph.Calls.Count);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(500)]
    public async Task Answers_that_another_attempt_would_not_change_are_not_repeated(int status)
    {
        _graph.Answers(status, """{"error":{"code":"No","message":"no"}}""");

        var failure = await Assert.ThrowsAsync<GraphException>(ListAsync);

        Assert.Equal((status, "No"), (failure.Status, failure.Code));
        Assert.Equal(status == 403, failure.IsForbidden);
        Assert.False(failure.IsUnavailable || failure.IsThrottled);
        Assert.Single(_graph.Calls);
    }

    [Fact]
    public async Task An_error_keeps_its_body_and_its_names()
    {
        const string Body = """{"error":{"code":"Authorization_RequestDenied","message":"m","innerError":{"request-id":"in-body"}}}""";
        _graph.Answers(403, Body, ("request-id", "in-header"));

        var failure = await Assert.ThrowsAsync<GraphException>(ListAsync);

        Assert.Equal(("Authorization_RequestDenied", "in-header", Body), (failure.Code, failure.RequestId, failure.ErrorJson));
        Assert.Equal(_graph.Calls.Single().ClientRequestId, failure.ClientRequestId);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    public async Task An_answer_that_cannot_be_read_is_a_failure_of_its_own(string body)
    {
        _graph.Answers(200, body);

        var failure = await Assert.ThrowsAsync<GraphException>(ListAsync);

        Assert.Equal(GraphCodes.InvalidAnswer, failure.Code);
    }

    [Fact]
    public async Task Health_tells_the_last_success_and_the_last_failure()
    {
        _graph.Answers(200, """{"value":[]}""", ("request-id", "good")).Answers(403, "{}", ("request-id", "bad"));
        Assert.Equal("not called yet", Client.Health.ToString());

        await ListAsync();
        Assert.False(Client.Health.IsFailing);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<GraphException>(ListAsync);

        Assert.True(Client.Health.IsFailing);
        Assert.Equal(new(_clock.GetUtcNow().AddMinutes(-1), "/directory/subscriptions", 200, null, "good"), Client.Health.LastSuccess);
        Assert.Equal(new(_clock.GetUtcNow(), "/directory/subscriptions", 403, null, "bad"), Client.Health.LastFailure);
        Assert.Contains("403 from /directory/subscriptions at 2026-11-21 08:01:00Z (request-id bad)", Client.Health.ToString(), StringComparison.Ordinal);
    }

    private static string Page(string items, string? next) =>
        next is null ? $$"""{"value":[{{items}}]}""" : $$"""{"value":[{{items}}],"@odata.nextLink":"{{next}}"}""";

    private async Task<List<CompanySubscription>> ListAsync() => await Client.ListSubscriptionsAsync(Ct).ToListAsync(Ct);
}
