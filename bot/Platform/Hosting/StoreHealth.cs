using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastTrackBot.Platform.Hosting;

public sealed class StoreHealth(IStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy(Text.StoreHealthy);
        }
        catch (StoreException exception)
        {
            return HealthCheckResult.Unhealthy(Text.StoreFailing.With(exception.Message), exception);
        }
    }
}
