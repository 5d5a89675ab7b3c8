using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.BotFramework.Authentication;

/// <summary>Says once, at the start, what about the settings keeps people out, or lets them in.</summary>
internal sealed class StartupNotices(IOptions<BotOptions> options, DevelopmentBypass bypass, ILogger<ActivityAuthenticator> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (bypass.IsOn)
            Log.BypassIsOn(log);
        if (bypass.IsMisplaced)
            Log.BypassIsMisplaced(log);
        var missing = string.Join(" and ", TokenValidator.MissingSettings(options.Value));
        if (missing.Length > 0 && !bypass.IsOn)
            Log.NotConfigured(log, missing);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
