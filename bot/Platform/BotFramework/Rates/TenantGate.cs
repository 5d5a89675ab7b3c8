using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Rates;

/// <summary>The messages to one tenant that wait for their moment: conversation by conversation in turn, first come, first served within each.</summary>
internal sealed class TenantGate(string tenantId, RateLimits limits, TimeProvider clock, RateBooker booker, ILogger logger)
{
    /// <summary>A window of the service's begins when it likes, and the way there takes longer at one time than at another: a little room is left.</summary>
    private const double Share = 0.97;

    /// <summary>Moments that are past by more than this are not made up for: a burst after a pause would break the limit.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(40);

    /// <summary>Every fifth moment is not given to answers, whatever storm of them there is.</summary>
    private const int Kept = 5;

    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly ThreadQueues _threads = new(limits.Thread);
    private readonly TimeSpan _step = limits.Tenant.Time / (limits.Tenant.Calls * Share);
    private TaskCompletionSource _arrived = new();
    private DateTimeOffset _pausedUntil;
    private bool _isRunning;
    private int _answers;

    public int Waiting
    {
        get
        {
            lock (_lock) return _threads.Waiting;
        }
    }

    public void Count(string threadId)
    {
        lock (_lock)
        {
            _threads.Count(threadId, clock.GetUtcNow());
            // The next moment that somebody waits for is the answer's.
            if (_isRunning) _answers = Math.Min(_answers + 1, limits.Tenant.Calls);
        }
    }

    public Task EnterAsync(string threadId, CancellationToken cancellationToken)
    {
        var waiter = new RateWaiter(cancellationToken);
        lock (_lock)
        {
            _threads.Add(threadId, waiter);
            _arrived.TrySetResult();
            if (!_isRunning)
            {
                (_isRunning, _answers) = (true, 0);
                _ = Task.Run(RunAsync, CancellationToken.None);
            }
        }

        return waiter.Task;
    }

    public void Refused(string threadId, TimeSpan retryAfter)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (!_threads.TryPause(threadId, now, now + retryAfter)) _pausedUntil = _pausedUntil > now + retryAfter ? _pausedUntil : now + retryAfter;
        }
    }

    private async Task RunAsync()
    {
        try
        {
            Task<Slots>? next = null;
            while (await UntilReadyAsync())
            {
                var slots = await (next ?? BookAsync(0));
                next = null;
                for (var slot = 0; slot < slots.Count && await ComeAsync(slots, slot); slot++)
                {
                    // In time, so that the next moments follow these without a gap.
                    if (slot == slots.Count / 2 && Waiting > slots.Count - slot) next = BookAsync(slots.Count - slot);
                }
            }
        }
        catch (Exception exception)
        {
            Log.GateFailed(logger, tenantId, exception);
            lock (_lock)
            {
                _threads.Fail(exception);
                _isRunning = false;
            }
        }
    }

    /// <returns>False when nobody waits any more.</returns>
    private async Task<bool> UntilReadyAsync()
    {
        while (true)
        {
            DateTimeOffset ready;
            Task arrived;
            lock (_lock)
            {
                if (_threads.Waiting == 0)
                {
                    _isRunning = false;
                    return false;
                }

                ready = _threads.ReadyAt(booker.Instances);
                if (_pausedUntil > ready) ready = _pausedUntil;
                _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                arrived = _arrived.Task;
            }

            var rest = ready - clock.GetUtcNow();
            if (rest <= TimeSpan.Zero) return true;
            // Somebody may come whose conversation is free already.
            await Task.WhenAny(arrived, Task.Delay(rest, clock));
        }
    }

    /// <summary>Waits for the moment, and lets one message go.</summary>
    /// <returns>False where the rest of the moments is of no use.</returns>
    private async Task<bool> ComeAsync(Slots slots, int slot)
    {
        var rest = slots.First + (slot * _step) - clock.GetUtcNow();
        if (rest < -Late) return true;
        if (rest > TimeSpan.Zero) await Task.Delay(rest, clock);
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_answers > 0 && slot % Kept != 0)
            {
                _answers--;
                return true;
            }

            return now >= _pausedUntil && _threads.TryRelease(now, booker.Instances);
        }
    }

    /// <param name="covered">So many of those who wait have their moment already.</param>
    private async Task<Slots> BookAsync(int covered)
    {
        while (true)
        {
            try
            {
                int count;
                DateTimeOffset earliest;
                lock (_lock)
                {
                    // A second's worth at a time: seldom to the store, and little is lost when the process dies.
                    count = Math.Clamp(_threads.Waiting - covered, 1, limits.Tenant.Calls);
                    earliest = _pausedUntil;
                }

                return new Slots(await booker.BookAsync(count * _step, earliest), count);
            }
            catch (StoreException exception)
            {
                Log.NothingBooked(logger, tenantId, exception);
                await Task.Delay(StorePause, clock);
            }
        }
    }

    private readonly record struct Slots(DateTimeOffset First, int Count);
}
