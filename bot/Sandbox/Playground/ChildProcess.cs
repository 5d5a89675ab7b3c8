using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace FastTrackBot.Sandbox.Playground;

/// <summary>A program that was started here, with its last lines. Its standard input stays open as long as we live.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int KeptLines = 40;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<string> _lines = new();

    private ChildProcess(Process process, TimeProvider time) => (_process, _time) = (process, time);

    /// <summary>Each line of its output.</summary>
    public event Action<string>? Line;

    public IReadOnlyList<string> LastLines => [.. _lines];

    /// <exception cref="Win32Exception">There is no such program.</exception>
    public static ChildProcess Start(ProcessStartInfo info, TimeProvider time, Action<string>? onLine = null)
    {
        (info.UseShellExecute, info.CreateNoWindow) = (false, true);
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        var child = new ChildProcess(new Process { StartInfo = info }, time);
        child.Line += onLine;
        child._process.OutputDataReceived += (_, e) => child.Keep(e.Data);
        child._process.ErrorDataReceived += (_, e) => child.Keep(e.Data);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <returns>Its exit code.</returns>
    public async Task<int> WaitAsync(CancellationToken ct)
    {
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>Asks it to end by closing its input; kills it, and whatever it started, when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(Grace, _time);
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        _lines.Enqueue(line.Trim());
        if (_lines.Count > KeptLines)
            _lines.TryDequeue(out _);
        Line?.Invoke(line);
    }
}
