namespace FastTrackBot.Platform.BotFramework.Rates;

/// <summary>Who waits to write into which conversation, and when the bot wrote there last. Its owner holds the lock.</summary>
internal sealed class ThreadQueues(IReadOnlyList<RateLimit> limits)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly Dictionary<string, ThreadTimes> _times = [];
    private readonly Dictionary<string, LinkedListNode<ThreadQueue>> _queues = [];

    /// <summary>Whose turn it is, in a circle.</summary>
    private readonly LinkedList<ThreadQueue> _circle = [];
    private int _sweepAt = 10_000;

    public int Waiting { get; private set; }

    public void Count(string threadId, DateTimeOffset now)
    {
        if (_times.Count >= _sweepAt) Sweep(now);
        TimesOf(threadId).Add(now);
    }

    public void Add(string threadId, RateWaiter waiter)
    {
        if (!_queues.TryGetValue(threadId, out var node)) _queues.Add(threadId, node = _circle.AddLast(new ThreadQueue(threadId, TimesOf(threadId), [])));
        node.Value.Waiters.Enqueue(waiter);
        Waiting++;
    }

    /// <returns>False where the refusal cannot be about this conversation.</returns>
    public bool TryPause(string threadId, DateTimeOffset now, DateTimeOffset until)
    {
        var times = TimesOf(threadId);
        if (times.IsQuiet(now)) return false;
        times.PausedUntil = until;
        return true;
    }

    /// <summary>When the first of those who wait may go, as far as the conversations' limits are concerned.</summary>
    public DateTimeOffset ReadyAt(int instances)
    {
        var first = DateTimeOffset.MaxValue;
        for (var node = _circle.First; node is not null; node = node.Next)
        {
            var ready = node.Value.Times.ReadyAt(instances);
            if (ready < first) first = ready;
            if (first == default) break; // it cannot be earlier
        }

        return first;
    }

    /// <summary>Lets the next one go whose conversation is free.</summary>
    public bool TryRelease(DateTimeOffset now, int instances)
    {
        for (var node = _circle.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Times.ReadyAt(instances) <= now && TryRelease(node, now)) return true;
            node = next;
        }

        return false;
    }

    public void Fail(Exception exception)
    {
        foreach (var waiter in _circle.SelectMany(queue => queue.Waiters)) waiter.Fail(exception);
        _circle.Clear();
        _queues.Clear();
        Waiting = 0;
    }

    private bool TryRelease(LinkedListNode<ThreadQueue> node, DateTimeOffset now)
    {
        var released = false;
        var queue = node.Value;
        while (!released && queue.Waiters.TryDequeue(out var waiter))
        {
            Waiting--;
            released = waiter.TryGo();
        }

        if (released) Count(queue.ThreadId, now);
        _circle.Remove(node);
        if (queue.Waiters.Count > 0) _circle.AddLast(node);
        else _queues.Remove(queue.ThreadId);
        return released;
    }

    private ThreadTimes TimesOf(string threadId)
    {
        if (!_times.TryGetValue(threadId, out var times)) _times.Add(threadId, times = new ThreadTimes(limits));
        return times;
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (threadId, times) in _times)
        {
            // Who waits there holds on to the object.
            if (!_queues.ContainsKey(threadId) && now - times.Last > Remembered && times.PausedUntil < now) _times.Remove(threadId);
        }

        _sweepAt = Math.Max(10_000, 2 * _times.Count);
    }

    private sealed record ThreadQueue(string ThreadId, ThreadTimes Times, Queue<RateWaiter> Waiters);
}
