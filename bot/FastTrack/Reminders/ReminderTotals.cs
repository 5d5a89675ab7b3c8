using FastTrackBot.Platform;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>How many reminders had which outcome since the start.</summary>
public sealed class ReminderTotals
{
    private readonly long[] _totals = new long[Enum.GetValues<ReminderOutcome>().Length];

    public long this[ReminderOutcome outcome] => Volatile.Read(ref _totals[(int)outcome]);

    public void Add(ReminderOutcome outcome, int count) => Interlocked.Add(ref _totals[(int)outcome], count);
}

/// <summary>Shows them. A message that nobody could be sent is a matter of who has the app, and no fault of the bot's.</summary>
public sealed class ReminderHealth(ReminderTotals totals) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var words = Text.HealthTotals.With(
            totals[ReminderOutcome.Delivered], totals[ReminderOutcome.Obsolete], totals[ReminderOutcome.Muted],
            totals[ReminderOutcome.Blocked], totals[ReminderOutcome.NotInstalled], totals[ReminderOutcome.Failed]);
        return Task.FromResult(totals[ReminderOutcome.Failed] > 0 ? HealthCheckResult.Degraded(words) : HealthCheckResult.Healthy(words));
    }
}
