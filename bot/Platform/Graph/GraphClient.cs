using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace FastTrackBot.Platform.Graph;

/// <summary>
/// Microsoft Graph over HTTP. Throttling, outages and stale tokens are met here, so that a caller sees either the answer or
/// one <see cref="GraphException"/>. A path begins with a slash and has no version: <c>/organization</c>.
/// </summary>
public sealed class GraphClient
{
    public const string HttpClientName = "Graph";
    private const int KeptErrorLength = 4096;

    private readonly HttpClient _http;
    private readonly GraphTokens _tokens;
    private readonly IOptionsMonitor<GraphOptions> _options;
    private readonly TimeProvider _time;
    private readonly ILogger<GraphClient> _log;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private GraphHealth _health = new(null, null);

    public GraphClient(
        HttpClient http, GraphTokens tokens, IOptionsMonitor<GraphOptions> options, TimeProvider time, ILogger<GraphClient> log)
    {
        (_http, _tokens, _options, _time, _log) = (http, tokens, options, time, log);
        // The pipeline's time-outs rule; they run on the injected clock.
        _http.Timeout = Timeout.InfiniteTimeSpan;
        _pipeline = GraphRetry.Pipeline(options.CurrentValue, time, log);
    }

    /// <summary>How the last calls ended.</summary>
    public GraphHealth Health => Volatile.Read(ref _health);

    /// <exception cref="GraphException"/>
    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken ct)
    {
        var root = GraphRoot.Of(_options.CurrentValue);
        return GetAsync(root, root.Resolve(path), type, ct);
    }

    /// <summary>All pages, each fetched when it is reached. The next page is taken as Graph names it, below the configured root only.</summary>
    /// <exception cref="GraphException"/>
    public async IAsyncEnumerable<T> ListAsync<T>(
        string path, JsonTypeInfo<GraphPage<T>> page, [EnumeratorCancellation] CancellationToken ct)
    {
        var root = GraphRoot.Of(_options.CurrentValue);
        for (var address = root.Resolve(path); address is not null;)
        {
            var current = await GetAsync(root, address, page, ct);
            foreach (var item in current.Value ?? [])
                yield return item;
            address = current.NextLink is { Length: > 0 } next ? NextPage(root, address, next) : null;
        }
    }

    /// <summary>Where Graph sends the caller for what lies elsewhere, as a report does. To be fetched without the token.</summary>
    /// <exception cref="GraphException"/>
    public async Task<Uri> GetLocationAsync(string path, CancellationToken ct)
    {
        var root = GraphRoot.Of(_options.CurrentValue);
        var address = root.Resolve(path);
        var clientRequestId = Guid.NewGuid().ToString();
        try
        {
            using var response = await SendAsync(address, clientRequestId, ct);
            if (response is not { StatusCode: HttpStatusCode.Found, Headers.Location: { } location })
                throw await RefusedAsync(response, root.PathOf(address), clientRequestId, ct);
            Note(new(_time.GetUtcNow(), root.PathOf(address), (int)response.StatusCode, null, RequestId(response)), failed: false);
            return new Uri(address, location);
        }
        catch (Exception e) when (Translate(e, clientRequestId) is { } failure)
        {
            throw Failed(root, address, failure);
        }
    }

    private Uri NextPage(GraphRoot root, Uri current, string next)
    {
        if (Uri.TryCreate(next, UriKind.Absolute, out var address) && root.Owns(address) && address != current)
            return address;
        Log.NextLinkRefused(_log, root.PathOf(current), address?.Host);
        throw Failed(root, current, new GraphException($"Graph's next page of {root.PathOf(current)} leads elsewhere.")
        {
            Status = 200,
            Code = GraphCodes.ForeignNextLink,
        });
    }

    private async Task<T> GetAsync<T>(GraphRoot root, Uri address, JsonTypeInfo<T> type, CancellationToken ct)
    {
        var clientRequestId = Guid.NewGuid().ToString();
        try
        {
            using var response = await SendAsync(address, clientRequestId, ct);
            if (!response.IsSuccessStatusCode)
                throw await RefusedAsync(response, root.PathOf(address), clientRequestId, ct);
            await using var body = await response.Content.ReadAsStreamAsync(ct);
            var answer = await JsonSerializer.DeserializeAsync(body, type, ct) ?? throw new JsonException("The answer is null.");
            Note(new(_time.GetUtcNow(), root.PathOf(address), (int)response.StatusCode, null, RequestId(response)), failed: false);
            return answer;
        }
        catch (Exception e) when (Translate(e, clientRequestId) is { } failure)
        {
            throw Failed(root, address, failure);
        }
    }

    /// <summary>One call with its repetitions; a token that is refused is replaced once.</summary>
    private async Task<HttpResponseMessage> SendAsync(Uri address, string clientRequestId, CancellationToken ct)
    {
        var context = ResilienceContextPool.Shared.Get(ct);
        var renewed = false;
        try
        {
            GraphRetry.Begin(context, _time);
            return await _pipeline.ExecuteAsync(
                async attempt =>
                {
                    var (response, token) = await SendOnceAsync(address, clientRequestId, attempt.CancellationToken);
                    if (response.StatusCode != HttpStatusCode.Unauthorized || renewed)
                        return response;
                    renewed = true;
                    response.Dispose();
                    _tokens.Forget(token);
                    Log.TokenRenewed(_log);
                    return (await SendOnceAsync(address, clientRequestId, attempt.CancellationToken)).Response;
                },
                context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<(HttpResponseMessage Response, string Token)> SendOnceAsync(Uri address, string clientRequestId, CancellationToken ct)
    {
        var token = await _tokens.GetAsync(ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Add("client-request-id", clientRequestId);
        // A company name may hold what a product token may not; it is sent as it is.
        request.Headers.TryAddWithoutValidation("User-Agent", _options.CurrentValue.UserAgent);
        return (await _http.SendAsync(request, ct), token);
    }

    private async Task<GraphException> RefusedAsync(HttpResponseMessage response, string path, string clientRequestId, CancellationToken ct)
    {
        var body = await response.Content.ReadAsStringAsync(ct);
        var error = GraphError.Parse(body);
        var status = (int)response.StatusCode;
        return new GraphException($"Graph answered {status} {error.Code} to GET {path}.")
        {
            Status = status,
            Code = error.Code,
            RequestId = RequestId(response) ?? error.RequestId,
            ClientRequestId = clientRequestId,
            RetryAfter = GraphRetry.RetryAfter(response, _time),
            ErrorJson = body.Length > KeptErrorLength ? body[..KeptErrorLength] : body,
        };
    }

    private static GraphException? Translate(Exception e, string clientRequestId) => e switch
    {
        GraphException known => known,
        HttpRequestException => new("Graph could not be reached: " + e.Message, e) { Code = GraphCodes.ConnectFailed, ClientRequestId = clientRequestId },
        TimeoutRejectedException => new("Graph did not answer in time.", e) { Code = GraphCodes.TimedOut, ClientRequestId = clientRequestId },
        JsonException => new("Graph's answer could not be read: " + e.Message, e)
        {
            Status = 200,
            Code = GraphCodes.InvalidAnswer,
            ClientRequestId = clientRequestId,
        },
        _ => null,
    };

    private GraphException Failed(GraphRoot root, Uri address, GraphException failure)
    {
        var path = root.PathOf(address);
        Note(new(_time.GetUtcNow(), path, failure.Status, failure.Code, failure.RequestId), failed: true);
        Log.Failed(_log, path, failure.Status, failure.Code, failure.RequestId, failure.ClientRequestId);
        return failure;
    }

    private void Note(GraphOutcome outcome, bool failed)
    {
        GraphHealth before;
        do
        {
            before = Health;
        }
        while (Interlocked.CompareExchange(
            ref _health, failed ? before with { LastFailure = outcome } : before with { LastSuccess = outcome }, before) != before);
    }

    private static string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("request-id", out var values) ? values.FirstOrDefault() : null;
}
