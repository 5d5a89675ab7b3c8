using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastTrackBot.Platform.Hosting;

/// <summary>How far behind the queue of work is, and why. A late record keeps nobody from working, so the worst it can be is degraded.</summary>
public sealed class WorkHealth(IStore store, TimeProvider clock) : IHealthCheck
{
    /// <summary>Less than this is the ordinary time between queued and done.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<WorkBacklog> backlog;
        var now = clock.GetUtcNow();
        try
        {
            backlog = await store.ReadBacklogAsync(now, cancellationToken);
        }
        catch (StoreException exception)
        {
            return HealthCheckResult.Degraded(Text.WorkNotRead.With(exception.Message), exception);
        }

        if (backlog.Count == 0) return HealthCheckResult.Healthy(Text.WorkNone);
        var words = string.Join(' ', backlog.Select(Words));
        return backlog.Any(kind => kind.Failing > 0 || kind.GivenUp > 0 || now - kind.OldestDue > Late)
            ? HealthCheckResult.Degraded(words)
            : HealthCheckResult.Healthy(words);
    }

    private static string Words(WorkBacklog kind)
    {
        var words = Text.WorkWaiting.With(kind.Kind, kind.Waiting);
        if (kind.OldestDue is { } oldest) words += Text.WorkBehind.With(kind.Overdue, oldest.UtcDateTime);
        words += Text.WorkStop;
        if (kind.Failing > 0) words += Text.WorkFailing.With(kind.Failing);
        if (kind.GivenUp > 0) words += Text.WorkGivenUp.With(kind.GivenUp);
        return kind.LastReason is { } reason ? words + Text.WorkReason.With(reason) : words;
    }
}
