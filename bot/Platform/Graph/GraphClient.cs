using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using FastTrackBot.Platform.Graph.Rates;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.Graph;

/// <summary>
/// Microsoft Graph over HTTP. Throttling, outages and stale tokens are met here, so that a caller sees either the answer or
/// one <see cref="GraphException"/>. A path begins with a slash and has no version: <c>/organization</c>.
/// </summary>
public sealed class GraphClient
{
    public const string HttpClientName = "Graph";

    private readonly IOptionsMonitor<GraphOptions> _options;
    private readonly GraphExchange _exchange;
    private readonly GraphBatch _batch;
    private readonly ILogger<GraphClient> _log;

    public GraphClient(
        HttpClient http, GraphTokens tokens, GraphGate gate, IOptionsMonitor<GraphOptions> options, ILogger<GraphClient> log)
    {
        (_options, _log) = (options, log);
        _exchange = new(new(http, tokens, gate, options, log), gate, log);
        _batch = new(_exchange, gate, options, log);
    }

    /// <summary>How the last calls ended.</summary>
    public GraphHealth Health => _exchange.Health;

    private GraphRoot Root => GraphRoot.Of(_options.CurrentValue);

    /// <summary>Where a resource is, for bodies that name another one by its address.</summary>
    public Uri AddressOf(string path) => Root.Resolve(path);

    /// <exception cref="GraphException"/>
    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken ct) => SendAsync(GraphRequest.Get(path), type, ct);

    /// <summary>Sends a call and reads its answer. Writes: <see cref="GraphRequest.Repeat"/> says when it may go out twice.</summary>
    /// <exception cref="GraphException"/>
    public async Task<T> SendAsync<T>(GraphRequest request, JsonTypeInfo<T> answer, CancellationToken ct) =>
        (await _exchange.SendAsync(Root, request, answer, ct))!;

    /// <summary>Sends a call whose answer has no body, or none that matters.</summary>
    /// <exception cref="GraphException"/>
    public Task SendAsync(GraphRequest request, CancellationToken ct) => _exchange.SendAsync<object>(Root, request, null, ct);

    /// <summary>Where Graph sends the caller for what lies elsewhere, as a report does. To be fetched without the token.</summary>
    /// <exception cref="GraphException"/>
    public Task<Uri> GetLocationAsync(string path, CancellationToken ct) => _exchange.GetLocationAsync(Root, GraphRequest.Get(path), ct);

    /// <summary>
    /// Sends many calls, twenty at a time, and those again that were turned away and may be repeated. A batch saves journeys,
    /// not budget; its calls are independent and end in any order.
    /// </summary>
    /// <returns>
    /// One answer for each request, in the order of the requests. A call that failed is told there, and so is one whose whole
    /// batch was refused.
    /// </returns>
    public Task<IReadOnlyList<GraphBatchAnswer>> BatchAsync(IReadOnlyList<GraphRequest> requests, CancellationToken ct) =>
        _batch.SendAsync(Root, requests, ct);

    /// <summary>All pages, each fetched when it is reached. The next page is taken as Graph names it, below the configured root only.</summary>
    /// <exception cref="GraphException"/>
    public IAsyncEnumerable<T> ListAsync<T>(string path, JsonTypeInfo<GraphPage<T>> page, CancellationToken ct) => ListAsync(GraphRequest.Get(path), page, ct);

    /// <inheritdoc cref="ListAsync{T}(string, JsonTypeInfo{GraphPage{T}}, CancellationToken)"/>
    /// <param name="first">Its preference goes with every page: Graph's address of the next one does not hold it.</param>
    public async IAsyncEnumerable<T> ListAsync<T>(
        GraphRequest first, JsonTypeInfo<GraphPage<T>> page, [EnumeratorCancellation] CancellationToken ct)
    {
        var root = Root;
        for (var request = first; request is not null;)
        {
            var current = (await _exchange.SendAsync(root, request, page, ct))!;
            foreach (var item in current.Value ?? [])
                yield return item;
            request = current.NextLink is { Length: > 0 } next ? NextPage(root, request, next) : null;
        }
    }

    private GraphRequest NextPage(GraphRoot root, GraphRequest current, string next)
    {
        if (Uri.TryCreate(next, UriKind.Absolute, out var address) && root.Owns(address) && address != root.Resolve(current.Path))
            return GraphRequest.Get(root.PathAndQueryOf(address)) with { Prefer = current.Prefer };
        Log.NextLinkRefused(_log, current.PathOnly, address?.Host);
        throw _exchange.Failed(current, new GraphException($"Graph's next page of {current.PathOnly} leads elsewhere.")
        {
            Status = 200,
            Code = GraphCodes.ForeignNextLink,
        });
    }
}
