using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FastTrackBot.Sandbox.Playground;

/// <summary>The running chat client.</summary>
internal sealed partial class PlaygroundProcess : IAsyncDisposable
{
    private static readonly TimeSpan PingInterval = TimeSpan.FromMilliseconds(200);

    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DirectoryInfo _workFolder = Directory.CreateTempSubdirectory("fasttrackbot-playground-");
    private readonly ChildProcess _child;
    private readonly TimeProvider _time;

    public PlaygroundProcess(PlaygroundFolder folder, Uri endpoint, PlaygroundOptions options, TimeProvider time)
    {
        _time = time;
        _child = ChildProcess.Start(StartInfo(folder, endpoint, options, _workFolder.FullName), time, ReadPort);
    }

    /// <returns>Where it can be opened.</returns>
    /// <exception cref="InvalidOperationException">It ended instead; a wrong configuration is not told otherwise.</exception>
    /// <exception cref="TimeoutException">It did neither.</exception>
    public async Task<Uri> ReadyAsync(TimeSpan patience, CancellationToken ct)
    {
        var started = _time.GetTimestamp();
        var ended = _child.WaitAsync(ct);
        await Task.WhenAny(_port.Task, ended).WaitAsync(patience, _time, ct);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        while (!ended.IsCompleted)
        {
            var address = new Uri($"http://localhost:{await _port.Task}");
            if (await AnswersAsync(http, new Uri(address, "/_debug/ping"), ct))
                return address;
            if (_time.GetElapsedTime(started) > patience)
                throw new TimeoutException("it does not answer");
            await Task.Delay(PingInterval, _time, ct);
        }

        throw Ended(await ended);
    }

    /// <exception cref="InvalidOperationException">It ended with an error.</exception>
    public async Task WaitAsync(CancellationToken ct)
    {
        if (await _child.WaitAsync(ct) is not 0 and var code)
            throw Ended(code);
    }

    public async ValueTask DisposeAsync()
    {
        await _child.DisposeAsync();
        // Systems tidy their temporary folders themselves now and then.
        _workFolder.Refresh();
        if (_workFolder.Exists)
            _workFolder.Delete(recursive: true);
    }

    /// <summary>A proxy of the environment must not come between the chat client and the bot on the same machine.</summary>
    private static ProcessStartInfo StartInfo(PlaygroundFolder folder, Uri endpoint, PlaygroundOptions options, string workFolder)
    {
        string[] arguments =
        [
            Path.Combine(folder.Path, "start.mjs"), "start", "-e", endpoint.AbsoluteUri, "-c", "msteams", "--dt",
            "-p", options.Port.ToString(CultureInfo.InvariantCulture),
        ];
        var info = new ProcessStartInfo("node", arguments) { WorkingDirectory = workFolder };
        info.Environment["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = folder.Config;
        info.Environment["NO_PROXY"] = string.Join(',', Environment.GetEnvironmentVariable("NO_PROXY"), "127.0.0.1", "localhost").TrimStart(',');
        if (!(options.OpenBrowser ?? SomeoneIsThere()))
            info.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        return info;
    }

    private static bool SomeoneIsThere() =>
        Environment.GetEnvironmentVariable("CI") is null
        && (OperatingSystem.IsWindows() ? Environment.UserInteractive
            : OperatingSystem.IsMacOS() ? Environment.GetEnvironmentVariable("SSH_CONNECTION") is null
            : Environment.GetEnvironmentVariable("DISPLAY") is not null || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is not null);

    private static async Task<bool> AnswersAsync(HttpClient http, Uri ping, CancellationToken ct)
    {
        try
        {
            return await http.GetStringAsync(ping, ct) == "pong";
        }
        catch (HttpRequestException)
        {
            // Not yet; the caller counts the time.
            return false;
        }
    }

    private InvalidOperationException Ended(int code) => new($"it ended with code {code}: {string.Join(" | ", _child.LastLines.TakeLast(4))}");

    private void ReadPort(string line)
    {
        if (ListeningLine().Match(line) is { Success: true } match)
            _port.TrySetResult(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^Listening on (\d+)")]
    private static partial Regex ListeningLine();
}
