using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>When a call to the connector is tried again, and after what pause: Teams' own word (<c>Retry-After</c>) first.</summary>
internal sealed class ConnectorRetry
{
    private readonly ConnectorOptions _options;
    private readonly ILogger<ConnectorRetry> _log;
    private readonly ResiliencePipeline<ConnectorResponse>[] _pipelines;

    public ConnectorRetry(IOptions<ConnectorOptions> options, TimeProvider time, ILogger<ConnectorRetry> log)
    {
        (_options, _log) = (options.Value, log);
        _pipelines = [.. Enum.GetValues<Repeat>().Order().Select(repeat => Build(repeat, time))];
    }

    public ResiliencePipeline<ConnectorResponse> For(Repeat repeat) => _pipelines[(int)repeat];

    private ResiliencePipeline<ConnectorResponse> Build(Repeat repeat, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<ConnectorResponse> { TimeProvider = time };
        if (_options.Tries > 1)
            builder.AddRetry(Strategy(repeat));
        return builder.AddTimeout(_options.TryTimeout).Build();
    }

    private RetryStrategyOptions<ConnectorResponse> Strategy(Repeat repeat) => new()
    {
        MaxRetryAttempts = _options.Tries - 1,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = _options.FirstDelay,
        MaxDelay = _options.MaxDelay,
        DelayGenerator = static attempt => ValueTask.FromResult(attempt.Outcome.Result?.RetryAfter),
        ShouldHandle = attempt => ValueTask.FromResult(MayRepeat(attempt.Outcome, attempt.AttemptNumber, repeat)),
        OnRetry = attempt =>
        {
            Log.Retrying(_log, attempt.AttemptNumber + 2, attempt.RetryDelay, attempt.Outcome.Result?.Status ?? 0);
            return default;
        },
    };

    private bool MayRepeat(Outcome<ConnectorResponse> outcome, int attempt, Repeat repeat) => outcome switch
    {
        _ when repeat is Repeat.ByCaller => false,
        { Result.RetryAfter: { } wanted } when wanted > _options.MaxDelay => false,
        { Result.Status: 412 or 429 } => true,
        { Result.Status: 502 or 503 or 504 } => repeat is Repeat.Freely || (repeat is Repeat.Once && attempt == 0),
        { Exception: HttpRequestException failure } when NothingWasSent(failure) => true,
        { Exception: HttpRequestException or TimeoutRejectedException } => repeat is Repeat.Freely,
        _ => false,
    };

    public static bool NothingWasSent(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
}
