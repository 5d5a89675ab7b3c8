using System.Collections.Concurrent;
using FastTrackBot.Platform.BotFramework.Rates;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.Graph.Rates;

/// <summary>
/// How much each service of Graph takes. Calls that somebody waits for pass at once and are counted; those of the queue are paced, a little below
/// the limits, and give way. Instances share the limits through the store.
/// </summary>
/// <param name="store">Asked for with the first call, not before.</param>
public sealed class GraphGate(Func<IStore> store, TimeProvider clock, IOptionsMonitor<GraphOptions> options, ILogger<GraphGate> logger)
{
    /// <summary>Where the bookings are kept: the limits are those of the app in the one tenant that its token is for.</summary>
    private const string Partition = "graph";

    private readonly ConcurrentDictionary<string, TenantGate> _services = [];

    /// <summary>For those who speak to Graph through this gate.</summary>
    public TimeProvider Clock => clock;

    /// <summary>How many calls wait for their moment.</summary>
    public int Waiting => _services.Values.Sum(service => service.Waiting);

    /// <summary>Completes when the call may go out.</summary>
    internal Task EnterAsync(GraphRequest request, CancellationToken cancellationToken)
    {
        if (!options.CurrentValue.Pacing || Scope(request) is not { } scope) return Task.CompletedTask;
        if (Unasked.IsNow) return Of(scope.Service).EnterAsync(scope.Part, cancellationToken);
        Of(scope.Service).Count(scope.Part);
        return Task.CompletedTask;
    }

    /// <summary>The service wants to be left alone.</summary>
    internal void Refused(GraphRequest request, TimeSpan retryAfter)
    {
        if (options.CurrentValue.Pacing && Scope(request) is { } scope) Of(scope.Service).Refused(scope.Part, retryAfter);
    }

    /// <summary>A batch has no limit; what is in it has.</summary>
    private static GraphScope? Scope(GraphRequest request) => request.PathOnly == "/$batch" ? null : GraphScope.Of(request.PathOnly);

    private TenantGate Of(GraphService service) => _services.GetOrAdd(
        service.Name,
        (name, limits) => new TenantGate($"Graph {name}", limits, clock, new RateBooker(store(), clock, Partition, name), logger),
        service.Limits);
}
