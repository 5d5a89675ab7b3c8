namespace FastTrackBot.Benchmarks.Measure;

/// <summary>
/// Keeps the processors from falling asleep while there is something to measure. A virtual one that sleeps is woken when its host gets to
/// it, and on a busy host that takes longer than a turn: the bare endpoint then answers a tenth of what it can.
/// Linux heeds a wish for no latency for as long as the file is open: https://docs.kernel.org/power/pm_qos_interface.html
/// </summary>
internal sealed class Wakefulness : IDisposable
{
    private const string Device = "/dev/cpu_dma_latency";
    private readonly FileStream? _wish;

    private Wakefulness(FileStream? wish) => _wish = wish;

    public bool IsKept => _wish is not null;

    /// <summary>Where the device is missing or belongs to somebody else, the figures are those of a machine that sleeps, and say so.</summary>
    public static Wakefulness Keep()
    {
        if (!File.Exists(Device)) return new Wakefulness(null);
        try
        {
            var wish = new FileStream(Device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            wish.Write(BitConverter.GetBytes(0));
            return new Wakefulness(wish);
        }
        catch (UnauthorizedAccessException)
        {
            return new Wakefulness(null);
        }
    }

    public void Dispose() => _wish?.Dispose();
}
