using System.Collections.Concurrent;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.BotFramework.Rates;

/// <summary>
/// The one place that knows how much Teams takes. Answers pass at once and are counted; what nobody waits for is paced, a little below
/// the limits, and gives way to the answers. Instances share a tenant's limit through the store.
/// </summary>
public sealed class RateGate(IStore store, TimeProvider clock, IOptions<ConnectorOptions> options, ILogger<RateGate> logger)
{
    private readonly ConcurrentDictionary<string, TenantGate> _tenants = [];
    private readonly int? _perSecond = options.Value.MessagesPerSecond;

    /// <summary>How many messages wait for their moment.</summary>
    public int Waiting => _tenants.Values.Sum(tenant => tenant.Waiting);

    private bool IsOff => _perSecond == 0;

    /// <summary>An answer, or a card that somebody looks at: it does not wait.</summary>
    public void Count(RateScope scope)
    {
        if (!IsOff) Of(scope).Count(scope.ThreadId);
    }

    /// <summary>Completes when it may be sent. Those of one conversation keep their order.</summary>
    public Task EnterAsync(RateScope scope, CancellationToken cancellationToken) =>
        IsOff ? Task.CompletedTask : Of(scope).EnterAsync(scope.ThreadId, cancellationToken);

    /// <summary>The service answered 429.</summary>
    /// <param name="retryAfter">How long it wants to be left alone.</param>
    public void Refused(RateScope scope, TimeSpan retryAfter)
    {
        if (!IsOff) Of(scope).Refused(scope.ThreadId, retryAfter);
    }

    private TenantGate Of(RateScope scope) => _tenants.GetOrAdd(
        scope.TenantId,
        static (tenant, gate) => new TenantGate(tenant, gate.Limits, gate.clock, new RateBooker(gate.store, gate.clock, tenant), gate.logger),
        (Limits, clock, store, logger));

    private RateLimits Limits => _perSecond is { } calls ? RateLimits.Teams with { Tenant = new RateLimit(calls, 1) } : RateLimits.Teams;
}
