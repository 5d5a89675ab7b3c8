using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastTrackBot.Platform.Graph.Rates;

namespace FastTrackBot.Platform.Graph;

/// <summary>One call and its answer: whatever goes wrong becomes a <see cref="GraphException"/>, is logged and noted for <c>health</c>.</summary>
internal sealed class GraphExchange(GraphTransport transport, GraphGate gate, ILogger log)
{
    private readonly GraphHealthRecord _health = new();

    public GraphHealth Health => _health.Current;

    /// <param name="type">None: the answer's body is of no interest, or there is none.</param>
    public Task<T?> SendAsync<T>(GraphRoot root, GraphRequest request, JsonTypeInfo<T>? type, CancellationToken ct) => SendAsync(
        root, request, response => response.IsSuccessStatusCode,
        async response => type is null ? default : await ReadAsync(response, type, ct), ct);

    /// <summary>Where a redirect leads; it is not followed.</summary>
    public async Task<Uri> GetLocationAsync(GraphRoot root, GraphRequest request, CancellationToken ct) => (await SendAsync(
        root, request, response => response is { StatusCode: HttpStatusCode.Found, Headers.Location: not null },
        response => Task.FromResult(new Uri(root.Resolve(request.Path), response.Headers.Location!)), ct))!;

    private async Task<T> SendAsync<T>(
        GraphRoot root, GraphRequest request, Func<HttpResponseMessage, bool> isExpected, Func<HttpResponseMessage, Task<T>> read, CancellationToken ct)
    {
        var clientRequestId = Guid.NewGuid().ToString();
        try
        {
            await gate.EnterAsync(request, ct);
            using var response = await transport.SendAsync(root, request, clientRequestId, ct);
            if (!isExpected(response))
                throw await RefusedAsync(response, request, clientRequestId, ct);
            var answer = await read(response);
            _health.Succeeded(new(gate.Clock.GetUtcNow(), request.PathOnly, (int)response.StatusCode, null, RequestId(response)));
            return answer;
        }
        catch (Exception e) when (GraphFailures.From(e, clientRequestId) is { } failure)
        {
            throw Failed(request, failure);
        }
    }

    /// <summary>Notes a failure that was found out later: on the next page, inside a batch.</summary>
    public GraphException Failed(GraphRequest request, GraphException failure)
    {
        _health.Failed(new(gate.Clock.GetUtcNow(), request.PathOnly, failure.Status, failure.Code, failure.RequestId));
        Log.Failed(log, request.Method.Method, request.PathOnly, failure.Status, failure.Code, failure.RequestId, failure.ClientRequestId);
        return failure;
    }

    private async Task<GraphException> RefusedAsync(
        HttpResponseMessage response, GraphRequest request, string clientRequestId, CancellationToken ct) =>
        GraphFailures.Refused(request, new(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(ct), RequestId(response), clientRequestId,
            GraphRetry.RetryAfter(response, gate.Clock)));

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken ct)
    {
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        return await JsonSerializer.DeserializeAsync(body, type, ct) ?? throw new JsonException("The answer is null.");
    }

    private static string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("request-id", out var values) ? values.FirstOrDefault() : null;
}
