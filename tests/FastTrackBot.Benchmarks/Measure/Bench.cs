using System.Globalization;
using System.Text.Json;
using FastTrackBot.Benchmarks.Load;
using FastTrackBot.Benchmarks.Targets;

namespace FastTrackBot.Benchmarks.Measure;

/// <summary>
/// All that runs during a measurement: on the first CPU the bot and the two bare endpoints, of which only one is loaded at a time;
/// on the second the stub connector and the generator.
/// </summary>
internal sealed class Bench : IAsyncDisposable
{
    private const int TargetCpu = 0;
    private const int LoadCpu = 1;

    private readonly List<IDisposable> _processes = [];
    private readonly string _folder;

    private Bench(string folder, LocalIssuer issuer) => (_folder, Issuer) = (folder, issuer);

    public LocalIssuer Issuer { get; }

    public ChildProcess Stub { get; private set; } = null!;

    public string ServiceUrl { get; private set; } = "";

    public BotProcess Bot { get; private set; } = null!;

    public static async Task<Bench> StartAsync(string folder)
    {
        var bench = new Bench(folder, await LocalIssuer.StartAsync());
        bench.Stub = bench.Keep(ChildProcess.LoadPart(LoadCpu, "stub"));
        bench.ServiceUrl = "http://127.0.0.1:" + await bench.Stub.ReadLineAsync();
        bench.Bot = bench.Keep(BotProcess.Start(TargetCpu, folder, BenchmarkOptions.Users, bench.Issuer.MetadataUrl));
        await ColdStart.FirstTurnAsync(bench.Bot.Port, bench.ServiceUrl);
        return bench;
    }

    /// <summary>Each workload has its own, as its own hot code.</summary>
    public async Task<Target> StartBareAsync(string name, bool durable)
    {
        var database = durable ? Path.Combine(_folder, $"bare-{_processes.Count}.db") : "";
        var process = Keep(ChildProcess.Part(TargetCpu, "bare", _folder, database, ServiceUrl));
        return new Target(name, process.Id, int.Parse(await process.ReadLineAsync(), CultureInfo.InvariantCulture));
    }

    public async Task<LoadResult> LoadAsync(Target target, Workload workload, int users, double warmUp, double seconds, bool tokens = false, long turns = 0)
    {
        var order = new LoadOrder(
            workload.Name, target.Port, ServiceUrl, users, warmUp, seconds, [target.ProcessId, Stub.Id], tokens ? Issuer.Token(ServiceUrl) : null, turns);
        using var generator = ChildProcess.LoadPart(LoadCpu, "load", JsonSerializer.Serialize(order, LoadJson.Default.LoadOrder));
        return JsonSerializer.Deserialize(await generator.ReadLineAsync(), LoadJson.Default.LoadResult)!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes) process.Dispose();
        await Issuer.DisposeAsync();
    }

    private T Keep<T>(T process)
        where T : IDisposable
    {
        _processes.Add(process);
        return process;
    }
}

internal sealed record Target(string Name, int ProcessId, int Port);
