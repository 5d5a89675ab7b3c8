using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Planner;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.Graph;

/// <summary>What a write sends, and when it is sent again.</summary>
public sealed class GraphWriteTests : IDisposable
{
    private const string Plan = """{"id":"1","title":"t"}""";
    private static readonly GraphRequest Post = GraphRequest.Post("/planner/plans", new("t", new("u")), PlannerJson.Default.NewPlannerPlan);
    private static readonly GraphRequest Patch = GraphRequest.Patch("/planner/tasks/1", new() { Title = "t" }, PlannerJson.Default.PlannerTaskChange);

    private readonly ManualClock _clock = new();
    private readonly ScriptedHandler _graph = new();
    private readonly ServiceProvider _services;

    public GraphWriteTests() => _services = GraphFixture.Services(_clock, new CountingCredential(_clock), _graph);

    private GraphClient Client => _services.GetRequiredService<GraphClient>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Method_body_etag_and_preference_go_out_as_they_were_given()
    {
        _graph.Answers(200, Plan);

        var answer = await Client.SendAsync(Patch with { IfMatch = "W/\"a b=\"", Prefer = "return=representation" }, PlannerJson.Default.PlannerPlan, Ct);

        var call = Assert.Single(_graph.Calls);
        Assert.Equal(("PATCH", "W/\"a b=\"", "return=representation"), (call.Method, call.IfMatch, call.Prefer));
        Assert.Equal("""{"title":"t"}""", call.Body!.ToJsonString());
        Assert.Equal("t", answer.Title);
    }

    [Fact]
    public async Task A_call_without_an_answers_body_needs_none()
    {
        _graph.Answers(204, "");

        await Client.SendAsync(GraphRequest.Delete("/planner/tasks/1") with { IfMatch = "1" }, Ct);

        Assert.Equal(("DELETE", null), (_graph.Calls[0].Method, _graph.Calls[0].Body));
        Assert.Equal(("/planner/tasks/1", 204), (Client.Health.LastSuccess!.Path, Client.Health.LastSuccess.Status));
    }

    [Theory]
    [InlineData(404, true, false)]
    [InlineData(410, true, false)]
    [InlineData(409, false, true)]
    [InlineData(412, false, true)]
    [InlineData(403, false, false)]
    public async Task A_refusal_says_what_it_means(int status, bool notFound, bool conflict)
    {
        _graph.Answers(status, """{"error":{"code":"","message":"m"}}""");

        var failure = await Assert.ThrowsAsync<GraphException>(() => Client.SendAsync(Patch, Ct));

        Assert.Equal((notFound, conflict), (failure.IsNotFound, failure.IsConflict));
        Assert.Null(failure.Code);
        Assert.Contains("PATCH /planner/tasks/1", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_makes_something_new_is_not_sent_twice(int status)
    {
        _graph.Answers(status, "{}", ("Retry-After", "7"));

        var failure = await Assert.ThrowsAsync<GraphException>(() => Client.SendAsync(Post, Ct));

        Assert.Equal((status, TimeSpan.FromSeconds(7)), (failure.Status, failure.RetryAfter));
        Assert.Single(_graph.Calls);
    }

    [Theory]
    [InlineData(429, GraphRepeat.WhenRefused)]
    [InlineData(503, GraphRepeat.WhenRefused)]
    [InlineData(429, GraphRepeat.Freely)]
    [InlineData(504, GraphRepeat.Freely)]
    public async Task What_the_caller_allows_is_sent_again_with_its_body_after_the_pause_that_was_asked_for(int status, GraphRepeat repeat)
    {
        _graph.Answers(status, "{}", ("Retry-After", "7")).Answers(201, Plan);

        var call = Client.SendAsync(Post with { Repeat = repeat }, PlannerJson.Default.PlannerPlan, Ct);
        _clock.Advance(await PauseAsync());
        await call;

        Assert.Equal(2, _graph.Calls.Count);
        Assert.All(_graph.Calls, made => Assert.Equal("t", made.Body!["title"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_change_without_etag_is_repeated_only_where_it_was_refused(int status)
    {
        _graph.Answers(status);

        await Assert.ThrowsAsync<GraphException>(() => Client.SendAsync(Patch, Ct));

        Assert.Single(_graph.Calls);
    }

    [Fact]
    public async Task A_change_of_a_known_version_is_repeated_freely()
    {
        _graph.Answers(504, "{}", ("Retry-After", "1")).Answers(204, "");

        var call = Client.SendAsync(Patch with { IfMatch = "1" }, Ct);
        _clock.Advance(await PauseAsync());
        await call;

        Assert.Equal(["1", "1"], _graph.Calls.Select(made => made.IfMatch));
    }

    [Fact]
    public async Task No_answer_in_time_is_not_followed_by_a_second_creation()
    {
        _graph.Hangs();

        var call = Client.SendAsync(Post with { Repeat = GraphRepeat.WhenRefused }, Ct);
        await _clock.TimerWithinAsync(GraphFixture.Attempt + TimeSpan.FromMilliseconds(1), Ct);
        _clock.Advance(GraphFixture.Attempt);
        var failure = await Assert.ThrowsAsync<GraphException>(() => call);

        Assert.Equal((GraphCodes.TimedOut, true), (failure.Code, failure.IsUnavailable));
        Assert.Single(_graph.Calls);
    }

    [Fact]
    public async Task What_was_never_sent_may_always_be_sent_again()
    {
        _graph.CannotBeReached().Answers(201, Plan);

        var call = Client.SendAsync(Post, PlannerJson.Default.PlannerPlan, Ct);
        _clock.Advance(await PauseAsync());

        Assert.Equal("1", (await call).Id);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_for_a_write_too()
    {
        _graph.Answers(401).Answers(201, Plan);

        await Client.SendAsync(Post, Ct);

        Assert.Equal(["Bearer token-1", "Bearer token-2"], _graph.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task A_redirect_is_told_and_not_followed()
    {
        _graph.Answers(302, "", ("Location", "https://elsewhere.test/report?sig=1"));

        var location = await Client.GetLocationAsync("/reports/any", Ct);

        Assert.Equal("https://elsewhere.test/report?sig=1", location.AbsoluteUri);
        Assert.Single(_graph.Calls);
    }

    private Task<TimeSpan> PauseAsync() => _clock.TimerWithinAsync(GraphFixture.Attempt, Ct);
}
