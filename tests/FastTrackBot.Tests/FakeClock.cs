namespace FastTrackBot.Tests;

/// <summary>
/// A clock that stands still until a test moves it. <see cref="Advance"/> fires the timers that fall due on the way, each at
/// its own time and in their order, on the test's thread.
/// </summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<(Predicate<TimeSpan> Match, TaskCompletionSource<TimeSpan> Found)> _watchers = [];
    private DateTimeOffset _now = start;

    public FakeClock()
        : this(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = GetUtcNow() + by;
        while (NextDue(end) is { } timer)
            timer.Fire();
        lock (_gate)
            _now = end;
    }

    /// <summary>
    /// Like <see cref="Advance"/>, but the timers fire when it is later already: where other threads do what falls due, none of them
    /// begins at a time in between, to be overtaken by the clock in the middle of a call.
    /// </summary>
    public void Leap(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_gate)
            _now += by;
        Advance(TimeSpan.Zero);
    }

    /// <summary>
    /// Completes as soon as something waits on this clock for a time that <paramref name="match"/> accepts (any, when it is left
    /// out), and says how long it waits: the way to advance only after the code under test has come to its delay.
    /// </summary>
    public Task<TimeSpan> UntilSomeoneWaitsAsync(Predicate<TimeSpan>? match = null)
    {
        match ??= static _ => true;
        lock (_gate)
        {
            foreach (var timer in _timers)
            {
                if (match(timer.Due - _now))
                    return Task.FromResult(timer.Due - _now);
            }

            var found = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((match, found));
            return found.Task;
        }
    }

    /// <summary>How long each of those waits who wait on this clock now, the shortest first.</summary>
    public IReadOnlyList<TimeSpan> Waits()
    {
        lock (_gate)
            return [.. _timers.Select(timer => timer.Due - _now).Order()];
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private FakeTimer? NextDue(DateTimeOffset end)
    {
        lock (_gate)
        {
            var next = _timers.Where(t => t.Due <= end).MinBy(t => t.Due);
            if (next is null)
                return null;
            _now = next.Due > _now ? next.Due : _now;
            if (next.Period > TimeSpan.Zero)
                next.Due += next.Period;
            else
                _timers.Remove(next);
            return next;
        }
    }

    private void Set(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            (timer.Due, timer.Period) = (_now + dueTime, period);
            _timers.Add(timer);
            foreach (var watcher in _watchers.Where(w => w.Match(dueTime)).ToList())
            {
                _watchers.Remove(watcher);
                watcher.Found.SetResult(dueTime);
            }
        }
    }

    private sealed class FakeTimer(FakeClock clock, Action fire) : ITimer
    {
        private bool _disposed;

        public DateTimeOffset Due { get; set; }
        public TimeSpan Period { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (_disposed)
                return false;
            clock.Set(this, dueTime, period);
            // A real timer that is due at once fires without anyone moving the clock.
            if (dueTime == TimeSpan.Zero)
                clock.Advance(TimeSpan.Zero);
            return true;
        }

        public void Dispose()
        {
            clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _disposed = true;
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
