using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.Delivery;

/// <summary>
/// A piece of work that is there as long as the bot is. Each start queues it for now, so its kind looks first whether there is something to do.
/// </summary>
/// <param name="IsWanted">False where the settings switch it off.</param>
public sealed record StandingWork(string Kind, string Key, bool IsWanted = true);

/// <summary>Queues it.</summary>
public sealed class StandingWorkStart(IEnumerable<StandingWork> all, IStore store, TimeProvider clock, ILogger<StandingWorkStart> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<WorkItem> work = [.. all.Where(standing => standing.IsWanted).Select(standing => new WorkItem(standing.Kind, standing.Key, now))];
        if (work.Count == 0) return;
        try
        {
            await store.CommitAsync(new Commit([]) { Work = work }, cancellationToken);
        }
        catch (StoreException exception)
        {
            // What an earlier start queued is still there; people come first.
            Log.NotQueuedAtStart(logger, exception);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
