using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.Delivery;

/// <summary>
/// Does what is due: woken at once by what this process queues, else at the time for which it is queued. What another process left
/// behind is found with a look each minute.
/// </summary>
public sealed class WorkRunner(IEnumerable<WorkKind> kinds, IStore store, TimeProvider clock, ILogger<WorkRunner> logger) : BackgroundService
{
    internal static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>How long what is under way may take to finish when the process ends, before it is given back.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, WorkLane> _lanes = kinds.ToDictionary(kind => kind.Name, kind => new WorkLane(kind, store, clock, logger));
    private volatile TaskCompletionSource _woken = new();
    private volatile bool _waits;

    /// <summary>Whether it only waits for more to do.</summary>
    internal bool IsIdle => _waits && _lanes.Values.All(lane => lane.IsEmpty);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        store.WorkQueued += Wake;
        try
        {
            while (true)
            {
                // Before the look: what is queued or finished during it ends the wait that follows.
                _woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var wait = await LookAsync(stoppingToken);
                _waits = true;
                await WaitAsync(wait, stoppingToken);
                _waits = false;
            }
        }
        finally
        {
            store.WorkQueued -= Wake;
            await Task.WhenAll(_lanes.Values.Select(lane => lane.CloseAsync(Grace)));
        }
    }

    /// <returns>How long there is nothing to do.</returns>
    private async Task<TimeSpan> LookAsync(CancellationToken cancellationToken)
    {
        var wait = Interval;
        try
        {
            foreach (var (kind, ready) in await store.ReadNextWorkAsync(cancellationToken))
            {
                // A kind that nobody knows was left behind by another version; it waits for that one.
                if (!_lanes.TryGetValue(kind, out var lane)) continue;
                var rest = ready - clock.GetUtcNow();
                if (rest > TimeSpan.Zero) wait = rest < wait ? rest : wait;
                else if (await lane.FillAsync(Wake, cancellationToken)) wait = TimeSpan.Zero;
            }
        }
        catch (StoreException exception)
        {
            Log.QueueNotRead(logger, exception);
        }

        return wait;
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            if (wait > TimeSpan.Zero) await _woken.Task.WaitAsync(wait, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The time has come.
        }
    }

    /// <summary>Has it look at once what there is to do.</summary>
    internal void Wake() => _woken.TrySetResult();

    public override void Dispose()
    {
        foreach (var lane in _lanes.Values) lane.Dispose();
        base.Dispose();
    }
}
