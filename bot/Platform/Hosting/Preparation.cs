namespace FastTrackBot.Platform.Hosting;

/// <summary>Makes something ready while the bot already takes requests; whoever needs it earlier makes it then.</summary>
public sealed class Preparation(Action prepare) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() =>
    {
        prepare();
        // What was needed to get ready, and to start, is not needed again. Left to itself an idle bot would hold it until the next collection,
        // which a processor with a large cache puts off by tens of megabytes.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }, stoppingToken);
}
