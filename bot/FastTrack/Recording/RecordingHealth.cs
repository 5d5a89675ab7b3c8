using FastTrackBot.Platform;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Recording;

/// <summary>Where engagements are recorded, how far that is behind, and why. People go on working all the same, so it is degraded at worst.</summary>
internal sealed class RecordingHealth(IStore store, IOptions<RecordingOptions> options, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var settings = options.Value;
        if (!settings.Enabled) return HealthCheckResult.Healthy(Text.Off);
        if (!settings.HasList && !settings.HasPlans) return HealthCheckResult.Healthy(Text.NotConfigured);
        string[] places = [settings.HasList ? Text.WhereList.With(settings.SiteUrl) : "", settings.HasPlans ? Text.WherePlans.With(settings.GroupId) : ""];
        var where = string.Join(' ', places.Where(place => place.Length > 0));
        try
        {
            var backlog = await store.ReadBacklogAsync(clock.GetUtcNow(), cancellationToken);
            var record = backlog.FirstOrDefault(kind => kind.Kind == EngagementDocument.RecordWork);
            return record is { Failing: > 0, OldestDue: { } oldest }
                ? HealthCheckResult.Degraded(where + Text.Behind.With(record.Overdue, oldest.UtcDateTime) + Text.Why.With(record.LastReason))
                : HealthCheckResult.Healthy(where + Text.UpToDate);
        }
        catch (StoreException exception)
        {
            return HealthCheckResult.Degraded(Text.NotRead.With(exception.Message), exception);
        }
    }
}
