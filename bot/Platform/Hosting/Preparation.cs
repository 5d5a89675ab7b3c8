namespace FastTrackBot.Platform.Hosting;

/// <summary>Makes something ready while the bot already takes requests; whoever needs it earlier makes it then.</summary>
public sealed class Preparation(Action prepare) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(prepare, stoppingToken);
}
