namespace FastTrackBot.Platform.BotFramework.Rates;

/// <summary>When the bot last wrote into one conversation, as far back as the limits look. It grows with use, up to the largest limit.</summary>
internal sealed class ThreadTimes(IReadOnlyList<RateLimit> limits)
{
    /// <summary>What leaves here a second apart may arrive closer together.</summary>
    private const double Room = 1.05;

    private readonly int _most = limits.Max(limit => limit.Calls);
    private long[] _ticks = new long[4];
    private int _count;
    private int _next;

    /// <summary>The service asked for silence until then.</summary>
    public DateTimeOffset PausedUntil { get; set; }

    public DateTimeOffset Last => _count == 0 ? default : At(1);

    public void Add(DateTimeOffset at)
    {
        if (_count == _ticks.Length && _count < _most) Grow();
        _ticks[_next] = at.UtcTicks;
        _next = (_next + 1) % _ticks.Length;
        _count = Math.Min(_count + 1, _ticks.Length);
    }

    /// <summary>The first moment at which one more call breaks none of the limits.</summary>
    public DateTimeOffset ReadyAt(int instances)
    {
        var ready = PausedUntil;
        foreach (var limit in limits)
        {
            var calls = limit.SharedBy(instances).Calls;
            if (_count >= calls && At(calls) + (limit.Time * Room) is var free && free > ready) ready = free;
        }

        return ready;
    }

    /// <summary>Less than half of the calls of each limit are spent: a refusal is not about this conversation.</summary>
    public bool IsQuiet(DateTimeOffset now) =>
        limits.All(limit => _count < (limit.Calls + 1) / 2 || At((limit.Calls + 1) / 2) + limit.Time <= now);

    /// <param name="ago">1 is the last call.</param>
    private DateTimeOffset At(int ago) => new(_ticks[(_next - ago + _ticks.Length) % _ticks.Length], TimeSpan.Zero);

    private void Grow()
    {
        var larger = new long[Math.Min(_ticks.Length * 4, _most)];
        for (var i = 0; i < _count; i++) larger[i] = _ticks[(_next + i) % _ticks.Length];
        (_ticks, _next) = (larger, _count);
    }
}
