using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Rates;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastTrackBot.Platform.Hosting;

/// <summary>What became of the messages that nobody asked for. Blocked and not installed are people's choices, and no fault.</summary>
public sealed class SendingHealth(ProactiveSender sender, RateGate gate) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var totals = sender.Totals;
        return Task.FromResult(HealthCheckResult.Healthy(Text.SendingTotals.With(
            totals[SendOutcome.Delivered], totals[SendOutcome.Blocked], totals[SendOutcome.NotInstalled],
            totals[SendOutcome.Throttled], totals[SendOutcome.Failed], gate.Waiting)));
    }
}
