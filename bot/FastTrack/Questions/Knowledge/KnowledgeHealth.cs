using FastTrackBot.Platform;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>Which texts answer questions, and what is wrong with those that should.</summary>
internal sealed class KnowledgeHealth(KnowledgeIndex index) : IHealthCheck
{
    /// <summary>Enough to begin with; the log has all of them.</summary>
    private const int MostFaults = 3;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var faults = index.Faults;
        return Task.FromResult(faults.Count == 0
            ? HealthCheckResult.Healthy(Text.Health_Texts.With(index.Counts.Values.Sum(), index.Counts.Count))
            : HealthCheckResult.Degraded(Text.Health_Faulty.With(faults.Count, string.Join(' ', faults.Take(MostFaults)))));
    }
}
