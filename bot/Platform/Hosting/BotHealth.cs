using FastTrackBot.Platform.BotFramework;
using FastTrackBot.Platform.BotFramework.Authentication;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.Hosting;

/// <summary>Whether people can reach the bot at all.</summary>
public sealed class BotHealth(IOptions<BotOptions> options, DevelopmentBypass bypass) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            bypass.IsOn ? HealthCheckResult.Degraded(Text.BotBypass)
            : string.IsNullOrEmpty(options.Value.AppId) ? HealthCheckResult.Unhealthy(Text.BotNoAppId)
            : HealthCheckResult.Healthy(Text.BotHealthy.With(options.Value.AppId)));
}
