using System.Net.Http.Headers;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace FastTrackBot.Platform.Graph;

/// <summary>
/// Which answers are worth another attempt, as far as the call may be repeated, and after how long.
/// 429 and 503 wait exactly as long as the service asks; where it says nothing, the pause doubles, with jitter.
/// </summary>
internal static class GraphRetry
{
    private static readonly ResiliencePropertyKey<long> Started = new("started");

    public static ResiliencePipeline<HttpResponseMessage> Pipeline(GraphRepeat repeat, GraphOptions options, TimeProvider time, ILogger log)
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        pipeline.AddTimeout(options.TotalTimeout);
        if (options.MaxAttempts > 1)
            pipeline.AddRetry(Retry(repeat, options, time, log));
        return pipeline.AddTimeout(options.Timeout).Build();
    }

    public static void Begin(ResilienceContext context, TimeProvider time) => context.Properties.Set(Started, time.GetTimestamp());

    /// <summary>How long the service asks us to stay away: seconds, or the moment when we may come back.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) => RetryAfter(response.Headers.RetryAfter, time);

    public static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, TimeProvider time) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };

    public static bool MayRepeat(int status, GraphRepeat repeat) => status switch
    {
        429 or 503 => repeat >= GraphRepeat.WhenRefused,
        502 or 504 => repeat is GraphRepeat.Freely,
        _ => false,
    };

    private static RetryStrategyOptions<HttpResponseMessage> Retry(GraphRepeat repeat, GraphOptions options, TimeProvider time, ILogger log) => new()
    {
        MaxRetryAttempts = options.MaxAttempts - 1,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.BackOff,
        ShouldHandle = args =>
        {
            // A pause that the total time does not allow is not begun: the caller learns of it now and can come back later.
            var left = options.TotalTimeout - time.GetElapsedTime(args.Context.Properties.GetValue(Started, time.GetTimestamp()));
            return ValueTask.FromResult(MayRepeat(args.Outcome, repeat) && !(Pause(args.Outcome, time) > left));
        },
        DelayGenerator = args => ValueTask.FromResult(Pause(args.Outcome, time)),
        OnRetry = args =>
        {
            Log.Retrying(log, (int?)args.Outcome.Result?.StatusCode ?? 0, args.AttemptNumber + 2, args.RetryDelay.TotalSeconds);
            args.Outcome.Result?.Dispose();
            return default;
        },
    };

    private static bool MayRepeat(Outcome<HttpResponseMessage> outcome, GraphRepeat repeat) => outcome switch
    {
        { Result: { } response } => MayRepeat((int)response.StatusCode, repeat),
        { Exception: HttpRequestException failure } when NothingWasSent(failure) => true,
        { Exception: HttpRequestException or TimeoutRejectedException } => repeat is GraphRepeat.Freely,
        _ => false,
    };

    private static bool NothingWasSent(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    private static TimeSpan? Pause(Outcome<HttpResponseMessage> outcome, TimeProvider time) =>
        outcome.Result is { } response ? RetryAfter(response, time) : null;
}
