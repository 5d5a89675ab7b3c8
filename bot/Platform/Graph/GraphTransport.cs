using System.Net;
using System.Net.Http.Headers;
using FastTrackBot.Platform.Graph.Rates;
using Microsoft.Extensions.Options;
using Polly;

namespace FastTrackBot.Platform.Graph;

/// <summary>Sends a call with its token, again if need be. What comes back may still be a refusal.</summary>
internal sealed class GraphTransport
{
    private readonly HttpClient _http;
    private readonly GraphTokens _tokens;
    private readonly GraphGate _gate;
    private readonly IOptionsMonitor<GraphOptions> _options;
    private readonly ILogger _log;
    private readonly ResiliencePipeline<HttpResponseMessage>[] _pipelines;

    public GraphTransport(HttpClient http, GraphTokens tokens, GraphGate gate, IOptionsMonitor<GraphOptions> options, ILogger log)
    {
        (_http, _tokens, _gate, _options, _log) = (http, tokens, gate, options, log);
        // The pipeline's time-outs rule; they run on the injected clock.
        _http.Timeout = Timeout.InfiniteTimeSpan;
        _pipelines = [.. Enum.GetValues<GraphRepeat>().Order().Select(repeat => GraphRetry.Pipeline(repeat, options.CurrentValue, gate.Clock, log))];
    }

    /// <summary>One call with its repetitions; a token that is refused is replaced once.</summary>
    public async Task<HttpResponseMessage> SendAsync(GraphRoot root, GraphRequest request, string clientRequestId, CancellationToken ct)
    {
        var address = root.Resolve(request.Path);
        var context = ResilienceContextPool.Shared.Get(ct);
        var renewed = false;
        try
        {
            GraphRetry.Begin(context, _gate.Clock);
            return await _pipelines[(int)request.Repeat].ExecuteAsync(
                async attempt =>
                {
                    var (response, token) = await SendOnceAsync(address, request, clientRequestId, attempt.CancellationToken);
                    if (response.StatusCode != HttpStatusCode.Unauthorized || renewed)
                        return response;
                    renewed = true;
                    response.Dispose();
                    _tokens.Forget(token);
                    Log.TokenRenewed(_log);
                    return (await SendOnceAsync(address, request, clientRequestId, attempt.CancellationToken)).Response;
                },
                context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<(HttpResponseMessage Response, string Token)> SendOnceAsync(
        Uri address, GraphRequest request, string clientRequestId, CancellationToken ct)
    {
        var token = await _tokens.GetAsync(ct);
        using var message = new HttpRequestMessage(request.Method, address);
        message.Headers.Authorization = new("Bearer", token);
        message.Headers.Accept.ParseAdd("application/json");
        message.Headers.Add("client-request-id", clientRequestId);
        // A company name may hold what a product token may not, and an etag goes back letter by letter: they are sent as they are.
        message.Headers.TryAddWithoutValidation("User-Agent", _options.CurrentValue.UserAgent);
        foreach (var (name, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (request.Body is { } body)
            message.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var response = await _http.SendAsync(message, ct);
        // At once, and not when the last attempt has failed: the others of the service wait as well.
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && GraphRetry.RetryAfter(response, _gate.Clock) is { } pause)
            _gate.Refused(request, pause);
        return (response, token);
    }
}
