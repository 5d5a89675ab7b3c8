using System.Globalization;
using System.Text.Json.Nodes;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Planner;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.Graph;

public sealed class GraphBatchTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly ScriptedHandler _graph = new();
    private readonly ServiceProvider _services;

    public GraphBatchTests() => _services = GraphFixture.Services(_clock, new CountingCredential(_clock), _graph);

    private GraphClient Client => _services.GetRequiredService<GraphClient>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Answers_find_their_requests_whatever_their_order()
    {
        _graph.Answers(200, Reply((2, 412, null), (0, 200, null), (1, 404, null)));

        var answers = await Client.BatchAsync([Get(0), Patch(1), Patch(2)], Ct);

        Assert.Equal([200, 404, 412], answers.Select(answer => answer.Status));
        Assert.Equal("0", answers[0].Read(PlannerJson.Default.PlannerTask).Id);
        Assert.True(answers[1].Failure!.IsNotFound);
        Assert.True(Assert.Throws<GraphException>(() => answers[2].Read(PlannerJson.Default.PlannerTask)).IsConflict);
        Assert.True(Client.Health.IsFailing);
    }

    [Fact]
    public async Task Each_call_keeps_its_headers_and_its_body()
    {
        _graph.Answers(200, Reply((0, 204, null), (1, 200, null)));

        await Client.BatchAsync([Patch(0), Get(1)], Ct);

        var call = Assert.Single(_graph.Calls);
        Assert.Equal((GraphFixture.Root + "/$batch", "POST"), (call.Url, call.Method));
        Assert.Equal(
            """[{"id":"0","method":"PATCH","url":"/planner/tasks/0","headers":{"If-Match":"0","Content-Type":"application/json"},"body":{"percentComplete":100}},{"id":"1","method":"GET","url":"/planner/tasks/1"}]""",
            call.Body!["requests"]!.ToJsonString());
    }

    [Fact]
    public async Task Only_what_was_turned_away_and_may_be_repeated_goes_out_again_after_the_longest_pause()
    {
        _graph
            .Answers(200, Reply((0, 429, 3), (1, 200, null), (2, 503, 9), (3, 429, 30)))
            .Answers(200, Reply((0, 200, null), (2, 200, null)));

        var call = Client.BatchAsync([Get(0), Get(1), Patch(2), Post(3)], Ct);
        Assert.Equal(TimeSpan.FromSeconds(9), await PauseAsync());
        _clock.Advance(TimeSpan.FromSeconds(9));
        var answers = await call;

        Assert.Equal([200, 200, 200, 429], answers.Select(answer => answer.Status));
        Assert.Equal(TimeSpan.FromSeconds(30), answers[3].Failure!.RetryAfter);
        Assert.Equal(["0", "2"], Ids(_graph.Calls[1]));
    }

    [Fact]
    public async Task Where_no_pause_was_named_it_doubles_and_attempts_are_capped()
    {
        for (var i = 0; i < 4; i++)
            _graph.Answers(200, Reply((0, 429, null)));

        var call = Client.BatchAsync([Get(0)], Ct);
        foreach (var seconds in (int[])[1, 2, 4])
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), await PauseAsync());
            _clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        Assert.True(Assert.Single(await call).Failure!.IsThrottled);
        Assert.Equal(4, _graph.Calls.Count);
    }

    [Fact]
    public async Task A_pause_beyond_the_total_time_is_the_callers_to_wait()
    {
        _graph.Answers(200, Reply((0, 429, 3600)));

        Assert.Equal(TimeSpan.FromHours(1), Assert.Single(await Client.BatchAsync([Get(0)], Ct)).Failure!.RetryAfter);
        Assert.Single(_graph.Calls);
    }

    [Fact]
    public async Task Twenty_go_together()
    {
        _graph.Answers(200, Reply([.. Enumerable.Range(0, 20).Select(i => (i, 200, (int?)null))])).Answers(200, Reply((20, 200, null)));

        var answers = await Client.BatchAsync([.. Enumerable.Range(0, 21).Select(Get)], Ct);

        Assert.Equal(21, answers.Count(answer => answer.Failure is null));
        Assert.Equal([20, 1], _graph.Calls.Select(call => Ids(call).Count));
    }

    [Fact]
    public async Task What_was_done_before_a_refusal_is_still_told()
    {
        _graph.Answers(200, Reply([.. Enumerable.Range(0, 20).Select(i => (i, 201, (int?)null))])).Answers(403);

        var answers = await Client.BatchAsync([.. Enumerable.Range(0, 21).Select(Post)], Ct);

        Assert.Equal(20, answers.Count(answer => answer.Status == 201));
        Assert.True(answers[20].Failure!.IsForbidden);
    }

    [Fact]
    public async Task A_repetition_that_is_refused_leaves_the_answers_that_were_there()
    {
        _graph.Answers(200, Reply((0, 429, 1), (1, 200, null))).Answers(500);

        var call = Client.BatchAsync([Get(0), Get(1)], Ct);
        _clock.Advance(await PauseAsync());
        var answers = await call;

        Assert.Equal([429, 200], answers.Select(answer => answer.Status));
    }

    [Fact]
    public async Task A_call_that_was_forgotten_is_a_failure()
    {
        _graph.Answers(200, Reply((0, 200, null)));

        var answers = await Client.BatchAsync([Get(0), Get(1)], Ct);

        Assert.Equal(GraphCodes.InvalidAnswer, answers[1].Failure!.Code);
    }

    [Fact]
    public async Task An_envelope_that_is_refused_goes_out_again_only_if_all_that_it_holds_may()
    {
        _graph.Answers(503, "{}", ("Retry-After", "0")).Answers(200, Reply((0, 200, null))).Answers(503, "{}", ("Retry-After", "0"));

        Assert.Null(Assert.Single(await Client.BatchAsync([Get(0)], Ct)).Failure);
        var refused = await Client.BatchAsync([Get(0), Post(1)], Ct);

        Assert.All(refused, answer => Assert.Equal((503, 503), (answer.Status, answer.Failure!.Status)));
        Assert.Equal(3, _graph.Calls.Count);
    }

    [Fact]
    public async Task Nothing_to_send_sends_nothing()
    {
        Assert.Empty(await Client.BatchAsync([], Ct));
        Assert.Empty(_graph.Calls);
    }

    private Task<TimeSpan> PauseAsync() => _clock.TimerWithinAsync(GraphFixture.Attempt, Ct);

    private static GraphRequest Get(int i) => GraphRequest.Get($"/planner/tasks/{i}");

    private static GraphRequest Patch(int i)
    {
        var request = GraphRequest.Patch($"/planner/tasks/{i}", new() { PercentComplete = PlannerTask.Done }, PlannerJson.Default.PlannerTaskChange);
        return request with { IfMatch = i.ToString(CultureInfo.InvariantCulture) };
    }

    private static GraphRequest Post(int i) => GraphRequest.Post("/planner/tasks", new("plan", "bucket", $"{i}"), PlannerJson.Default.NewPlannerTask);

    private static List<string> Ids(ScriptedHandler.Call call) =>
        [.. call.Body!["requests"]!.AsArray().Select(request => request!["id"]!.GetValue<string>())];

    private static string Reply(params (int Id, int Status, int? RetryAfter)[] answers) => new JsonObject
    {
        ["responses"] = new JsonArray([.. answers.Select(answer => (JsonNode)new JsonObject
        {
            ["id"] = $"{answer.Id}",
            ["status"] = answer.Status,
            ["headers"] = answer.RetryAfter is { } seconds ? new JsonObject { ["retry-after"] = $"{seconds}" } : null,
            ["body"] = answer.Status < 300 ? new JsonObject { ["id"] = $"{answer.Id}" } : JsonNode.Parse("""{"error":{"code":"","message":"m"}}"""),
        })]),
    }.ToJsonString();
}
