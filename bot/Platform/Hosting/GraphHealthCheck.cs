using FastTrackBot.Platform.Graph;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastTrackBot.Platform.Hosting;

/// <summary>Tells how the last call went; asking Graph for its own sake would only spend the tenant's budget of requests.</summary>
public sealed class GraphHealthCheck(GraphClient graph) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = graph.Health;
        return Task.FromResult(
            health.IsFailing ? HealthCheckResult.Degraded(Text.GraphFailing.With(health.LastFailure))
            : health.LastSuccess is { } success ? HealthCheckResult.Healthy(Text.GraphHealthy.With(success))
            : HealthCheckResult.Healthy(Text.GraphNotAsked));
    }
}
