using FastTrackBot.Platform;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Retention;

/// <summary>When the last round was, and what it erased.</summary>
internal sealed class RetentionHealth(IStore store, IOptions<RetentionOptions> options, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Late = TimeSpan.FromDays(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!options.Value.Enabled) return HealthCheckResult.Healthy(Text.Health_Off);
        try
        {
            var last = await new DocumentSession(store).ReadAsync(RetentionRound.Kind, RetentionRound.Partition, RetentionRound.Id, cancellationToken);
            if (last is null) return HealthCheckResult.Healthy(Text.Health_NotYet);
            var words = Text.Health_Last.With(last.At.UtcDateTime, last.Counts.Values.Sum());
            var parts = last.Counts.Where(entry => entry.Value > 0).Select(entry => $"{entry.Key}: {entry.Value}").ToList();
            if (parts.Count > 0) words += " " + string.Join(", ", parts) + ".";
            return clock.GetUtcNow() - last.At > Late ? HealthCheckResult.Degraded(words) : HealthCheckResult.Healthy(words);
        }
        catch (StoreException exception)
        {
            return HealthCheckResult.Degraded(exception.Message, exception);
        }
    }
}
