using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace FastTrackBot.Benchmarks.Measure;

/// <summary>Where the figures were measured, as far as they depend on it.</summary>
internal static class Machine
{
    public static string Describe(string folder, Wakefulness wakefulness) => string.Create(CultureInfo.InvariantCulture, $"""
        {Cpu()}, {Environment.ProcessorCount} CPUs, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription};
        4 KiB appended and synchronised to the disk in {FsyncMilliseconds(folder):0.00} ms (median of 200); processors {(wakefulness.IsKept ? "kept awake" : "free to sleep")}.
        """);

    private static string Cpu() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "?"
            : RuntimeInformation.ProcessArchitecture.ToString();

    private static double FsyncMilliseconds(string folder)
    {
        var block = new byte[4096];
        using var file = new FileStream(Path.Combine(folder, "fsync.tmp"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        var times = new double[200];
        for (var i = 0; i < times.Length; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            file.Write(block);
            file.Flush(flushToDisk: true);
            times[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[times.Length / 2];
    }
}
