using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastTrackBot.Platform.Hosting;

/// <summary>Whether the store takes writes, which store it is, and how long it takes to answer.</summary>
public sealed class StoreHealth(IStore store, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var begin = clock.GetTimestamp();
        try
        {
            await store.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy(Text.StoreHealthy.With(store.Description, clock.GetElapsedTime(begin).TotalMilliseconds));
        }
        catch (StoreException exception)
        {
            return HealthCheckResult.Unhealthy(Text.StoreFailing.With(store.Description, exception.Message), exception);
        }
    }
}
