using FastTrackBot.Platform.Graph;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.Graph;

public sealed class GraphRetryTests : IDisposable
{
    private const string Empty = """{"value":[]}""";
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly ManualClock _clock = new();
    private readonly ScriptedHandler _graph = new();
    private readonly ServiceProvider _services;

    public GraphRetryTests() => _services = GraphFixture.Services(_clock, new CountingCredential(_clock), _graph);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Retry_After_in_seconds_is_waited_for_exactly(int status)
    {
        _graph.Answers(status, "{}", ("Retry-After", "7")).Answers(200, Empty);

        var call = CallAsync();
        Assert.Equal(TimeSpan.FromSeconds(7), await PauseAsync());
        _clock.Advance(TimeSpan.FromSeconds(7) - Tick);
        Assert.Single(_graph.Calls);
        _clock.Advance(Tick);
        await call;

        Assert.Equal(2, _graph.Calls.Count);
        Assert.Single(_graph.Calls.Select(made => made.ClientRequestId).Distinct());
    }

    [Fact]
    public async Task Retry_After_may_be_a_date()
    {
        _graph.Answers(503, "{}", ("Retry-After", _clock.GetUtcNow().AddSeconds(12).ToString("R"))).Answers(200, Empty);

        var call = CallAsync();
        Assert.Equal(TimeSpan.FromSeconds(12), await PauseAsync());
        _clock.Advance(TimeSpan.FromSeconds(12));
        await call;

        Assert.Equal(2, _graph.Calls.Count);
    }

    [Fact]
    public async Task A_date_that_has_passed_means_at_once()
    {
        _graph.Answers(503, "{}", ("Retry-After", _clock.GetUtcNow().AddSeconds(-5).ToString("R"))).Answers(200, Empty);

        await CallAsync();

        Assert.Equal(2, _graph.Calls.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Without_the_header_it_waits_by_itself(int status)
    {
        _graph.Answers(status).Answers(200, Empty);

        var call = CallAsync();
        var pause = await PauseAsync();
        Assert.True(pause > TimeSpan.Zero);
        Assert.Single(_graph.Calls);
        _clock.Advance(pause);
        await call;

        Assert.Equal(2, _graph.Calls.Count);
    }

    [Fact]
    public async Task Nobody_there_is_tried_again()
    {
        _graph.CannotBeReached().Answers(200, Empty);

        var call = CallAsync();
        _clock.Advance(await PauseAsync());
        await call;

        Assert.Equal(2, _graph.Calls.Count);
    }

    [Fact]
    public async Task Attempts_are_capped()
    {
        for (var i = 0; i < 4; i++)
            _graph.Answers(429, """{"error":{"code":"TooManyRequests"}}""", ("Retry-After", "2"));

        var call = CallAsync();
        for (var i = 0; i < 3; i++)
            _clock.Advance(await PauseAsync());
        var failure = await Assert.ThrowsAsync<GraphException>(() => call);

        Assert.True(failure.IsThrottled);
        Assert.Equal(TimeSpan.FromSeconds(2), failure.RetryAfter);
        Assert.Equal(4, _graph.Calls.Count);
    }

    [Fact]
    public async Task Nobody_there_to_the_end_is_unavailable()
    {
        _graph.CannotBeReached().CannotBeReached().CannotBeReached().CannotBeReached();

        var call = CallAsync();
        for (var i = 0; i < 3; i++)
            _clock.Advance(await PauseAsync());
        var failure = await Assert.ThrowsAsync<GraphException>(() => call);

        Assert.True(failure.IsUnavailable);
        Assert.Equal((0, GraphCodes.ConnectFailed), (failure.Status, failure.Code));
    }

    [Fact]
    public async Task A_pause_beyond_the_total_time_is_the_callers_to_wait()
    {
        _graph.Answers(429, "{}", ("Retry-After", "3600"));

        var failure = await Assert.ThrowsAsync<GraphException>(CallAsync);

        Assert.Equal(TimeSpan.FromHours(1), failure.RetryAfter);
        Assert.Single(_graph.Calls);
    }

    [Fact]
    public async Task No_answer_is_given_up_after_the_time_out_and_tried_again()
    {
        _graph.Hangs().Answers(200, Empty);

        var call = CallAsync();
        await _clock.TimerWithinAsync(GraphFixture.Attempt + Tick, Ct);
        _clock.Advance(GraphFixture.Attempt);
        _clock.Advance(await PauseAsync());
        await call;

        Assert.Equal(2, _graph.Calls.Count);
    }

    [Fact]
    public async Task The_total_time_ends_even_what_still_hangs()
    {
        _graph.Hangs();

        var call = CallAsync();
        await _clock.TimerWithinAsync(GraphFixture.Attempt + Tick, Ct);
        _clock.Advance(TimeSpan.FromSeconds(300));
        var failure = await Assert.ThrowsAsync<GraphException>(() => call);

        Assert.True(failure.IsUnavailable);
        Assert.Equal(GraphCodes.TimedOut, failure.Code);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_not_told_of_a_failure_of_Graph()
    {
        _graph.Hangs();
        using var leaving = new CancellationTokenSource();

        var call = CallAs(leaving.Token);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Null(_services.GetRequiredService<GraphClient>().Health.LastFailure);
    }

    private Task<TimeSpan> PauseAsync() => _clock.TimerWithinAsync(GraphFixture.Attempt, Ct);

    private Task<GraphPage<Organization>> CallAsync() => CallAs(Ct);

    private Task<GraphPage<Organization>> CallAs(CancellationToken caller) =>
        _services.GetRequiredService<GraphClient>().GetAsync("/organization", GraphJson.Default.OrganizationPage, caller);
}
