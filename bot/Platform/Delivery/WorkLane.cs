using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.Delivery;

/// <summary>The pieces of one kind that are under way, as many as the kind allows side by side.</summary>
internal sealed class WorkLane(WorkKind kind, IStore store, TimeProvider clock, ILogger logger) : IDisposable
{
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _stopping = new();

    public bool IsEmpty => Free == kind.Parallelism;

    private int Free
    {
        get
        {
            lock (_running) return kind.Parallelism - _running.Count;
        }
    }

    /// <summary>Where many run side by side, several are claimed together: each claim is a write to the disk.</summary>
    private int Enough => Math.Max(1, kind.Parallelism / 4);

    /// <param name="finished">Called when places have become free, as many as are filled together.</param>
    /// <returns>Whether anything was taken on.</returns>
    public async Task<bool> FillAsync(Action finished, CancellationToken cancellationToken)
    {
        var free = Free;
        if (free < Enough) return false;
        var now = clock.GetUtcNow();
        var claims = await store.ClaimWorkAsync(kind.Name, free, now, now + kind.Lease, cancellationToken);
        foreach (var claim in claims) Begin(claim, finished);
        return claims.Count > 0;
    }

    /// <summary>Lets what is under way finish for a while, and then has it given back.</summary>
    public async Task CloseAsync(TimeSpan grace)
    {
        _stopping.CancelAfter(grace);
        Task[] running;
        lock (_running) running = [.. _running];
        await Task.WhenAll(running);
    }

    private void Begin(WorkClaim claim, Action finished)
    {
        // On the pool: a kind that computes before its first await must not hold up the others.
        var attempt = Task.Run(() => new WorkAttempt(kind, claim, store, clock, logger).RunAsync(_stopping.Token));
        lock (_running) _running.Add(attempt);
        _ = attempt.ContinueWith(
            ended =>
            {
                bool enough;
                lock (_running)
                {
                    _running.Remove(ended);
                    enough = kind.Parallelism - _running.Count >= Enough;
                }

                // Before that a look would find no place for more.
                if (enough) finished();
            },
            TaskScheduler.Default);
    }

    public void Dispose() => _stopping.Dispose();
}
