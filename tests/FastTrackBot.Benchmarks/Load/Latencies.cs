namespace FastTrackBot.Benchmarks.Load;

/// <summary>A histogram in steps of 2 µs up to 200 ms; what is slower counts as 200 ms.</summary>
internal sealed class Latencies
{
    private const int Step = 2;
    private readonly int[] _counts = new int[100_000];

    public long Count { get; private set; }

    public void Add(TimeSpan latency)
    {
        _counts[Math.Min((int)(latency.TotalMicroseconds / Step), _counts.Length - 1)]++;
        Count++;
    }

    public void Add(Latencies other)
    {
        for (var i = 0; i < _counts.Length; i++) _counts[i] += other._counts[i];
        Count += other.Count;
    }

    /// <summary>In milliseconds.</summary>
    public double Quantile(double share)
    {
        var left = (long)Math.Ceiling(Count * share);
        for (var i = 0; i < _counts.Length; i++)
        {
            if ((left -= _counts[i]) <= 0) return (i + 1) * Step / 1000.0;
        }

        return _counts.Length * Step / 1000.0;
    }
}
