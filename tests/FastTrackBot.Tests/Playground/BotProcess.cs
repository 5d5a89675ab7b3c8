using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using FastTrackBot.Tests.Cards;

namespace FastTrackBot.Tests.Playground;

/// <summary>The built bot, started as people start it, with its console written to a file.</summary>
internal sealed partial class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string Root = Path.Combine(RepositoryFiles.Root, "bot");

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private BotProcess(ProcessStartInfo start, string log)
    {
        _log = new StreamWriter(log, append: true) { AutoFlush = true };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, e) => Keep(e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
    }

    /// <summary>Where the chat window is that it started; null where it was told not to.</summary>
    public Uri? Playground { get; private set; }

    /// <summary>Returns when the bot takes messages, and its chat window is there if it has to start one.</summary>
    /// <param name="settings">As environment variables.</param>
    public static async Task<BotProcess> StartAsync(
        string folder, int port, bool withPlayground, CancellationToken ct, params IEnumerable<(string Name, string Value)> settings)
    {
        var program = Path.Combine(Root, "bin", "Debug", "net10.0", "FastTrackBot.dll");
        if (!File.Exists(program)) RepositoryFiles.Unavailable($"'{program}' is missing; build the solution");
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = Root, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["Storage__Path"] = StoreIn(folder);
        start.Environment["Playground__Start"] = $"{withPlayground}";
        start.Environment["Playground__Port"] = FreePort().ToString(CultureInfo.InvariantCulture);
        start.Environment["Playground__OpenBrowser"] = "false";
        foreach (var (name, value) in settings) start.Environment[name] = value;

        var bot = new BotProcess(start, Path.Combine(folder, "bot.log"));
        try
        {
            await bot.ReadyAsync(withPlayground, ct);
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    public static string StoreIn(string folder) => Path.Combine(folder, "bot.db");

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Ends it with everything that it started, at once and without a word: SIGKILL where there are signals.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        await _log.DisposeAsync();
    }

    private async Task ReadyAsync(bool withPlayground, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        await foreach (var line in _lines.Reader.ReadAllAsync(patience.Token))
        {
            if (line.Contains("No chat window", StringComparison.Ordinal)) RepositoryFiles.Unavailable(line.Trim());
            if (ChatLine().Match(line) is { Success: true } chat) Playground = new Uri(chat.Groups[1].Value);
            if (withPlayground ? Playground is not null : line.Contains("Application started", StringComparison.Ordinal)) return;
        }

        Assert.Fail("The bot ended while it started.");
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            _lines.Writer.TryComplete();
            return;
        }

        _log.WriteLine(line);
        _lines.Writer.TryWrite(line);
    }

    [GeneratedRegex(@"Chat with the bot at (\S+)")]
    private static partial Regex ChatLine();
}
