using System.Diagnostics;
using System.Globalization;

namespace FastTrackBot.Benchmarks.Targets;

/// <summary>A process that the benchmark starts, pinned to a CPU if it says so, and ends with it.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>One of the parts of this program.</summary>
    public static ChildProcess Part(int? cpu, params string[] arguments) =>
        Start(cpu, typeof(ChildProcess).Assembly.Location, arguments, AppContext.BaseDirectory, []);

    /// <summary>As <see cref="Part"/>, for the two that only load the others: they answer on the thread that polls the sockets, which is cheaper.</summary>
    public static ChildProcess LoadPart(int cpu, params string[] arguments) =>
        Start(cpu, typeof(ChildProcess).Assembly.Location, arguments, AppContext.BaseDirectory,
            [new("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1")]);

    /// <param name="cpu">Null: wherever the system likes.</param>
    public static ChildProcess Start(
        int? cpu, string program, IEnumerable<string> arguments, string folder, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.FileName = cpu is null ? "dotnet" : "taskset";
        if (cpu is { } number)
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(number.ToString(CultureInfo.InvariantCulture));
            start.ArgumentList.Add("dotnet");
        }

        start.ArgumentList.Add(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // On one CPU the runtime waits ten times as long before it compiles hot code well; a warm-up of seconds would never see that code.
        start.Environment["DOTNET_TC_DelaySingleProcMultiplier"] = "1";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new ChildProcess(Process.Start(start)!);
    }

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The process ended without a word.");

    /// <summary>Reads on, so that a process with much to say does not wait for its reader.</summary>
    public void Drain() => _ = _process.StandardOutput.ReadToEndAsync();

    public long ResidentMegabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 >> 20;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
