using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.Benchmarks.Load;

/// <param name="Watch">The processes whose CPU time is measured: the target, then the stub connector.</param>
/// <param name="Turns">Ends after so many turns instead of a time, when not 0.</param>
internal sealed record LoadOrder(
    string Workload, int Port, string ServiceUrl, int Users, double WarmUpSeconds, double Seconds, int[] Watch, string? Token = null, long Turns = 0);

/// <summary>CPU shares are of one CPU during the measured time: of the target, the stub connector and the generator itself.</summary>
internal sealed record LoadResult(long Turns, double Seconds, double P50, double P99, double Target, double Stub, double Generator)
{
    [JsonIgnore]
    public double PerSecond => Turns / Seconds;
}

[JsonSerializable(typeof(LoadOrder))]
[JsonSerializable(typeof(LoadResult))]
internal sealed partial class LoadJson : JsonSerializerContext;

/// <summary>A process of its own, so that it can be pinned: takes an order as its argument, writes the result as its one line.</summary>
internal static class LoadGenerator
{
    public static async Task RunAsync(string orderJson)
    {
        var order = JsonSerializer.Deserialize(orderJson, LoadJson.Default.LoadOrder)!;
        Console.WriteLine(JsonSerializer.Serialize(await RunAsync(order), LoadJson.Default.LoadResult));
    }

    private static async Task<LoadResult> RunAsync(LoadOrder order)
    {
        using var stop = new CancellationTokenSource();
        var measuring = false;
        var latencies = Enumerable.Range(0, order.Users).Select(_ => new Latencies()).ToArray();
        var users = latencies.Select((own, number) => RunUserAsync(order, number, own, () => Volatile.Read(ref measuring), stop.Token)).ToArray();

        await WaitAsync(users, order.WarmUpSeconds);
        var before = CpuTimes(order);
        var clock = Stopwatch.StartNew();
        Volatile.Write(ref measuring, true);
        if (order.Turns == 0) await WaitAsync(users, order.Seconds);
        else while (latencies.Sum(own => own.Count) < order.Turns) await WaitAsync(users, 0.05);
        Volatile.Write(ref measuring, false);
        var seconds = clock.Elapsed.TotalSeconds;
        var shares = CpuTimes(order).Zip(before, (later, earlier) => (later - earlier).TotalSeconds / seconds).ToArray();
        await stop.CancelAsync();
        await Task.WhenAll(users);

        var all = new Latencies();
        foreach (var own in latencies) all.Add(own);
        return new LoadResult(all.Count, seconds, all.Quantile(0.5), all.Quantile(0.99), shares[0], shares[1], shares[^1]);
    }

    private static async Task RunUserAsync(LoadOrder order, int number, Latencies latencies, Func<bool> measuring, CancellationToken cancellationToken)
    {
        using var connection = new Connection(order.Port);
        await connection.OpenAsync(cancellationToken);
        var user = new SimulatedUser(Workload.Named(order.Workload), new BenchmarkUser(order.Workload, number, order.ServiceUrl), order.Token);
        await user.RunAsync(connection, latencies, measuring, cancellationToken);
    }

    // A user that fails ends the whole run with its reason.
    private static async Task WaitAsync(Task[] users, double seconds) =>
        await await Task.WhenAny([Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System), .. users]);

    private static TimeSpan[] CpuTimes(LoadOrder order) =>
        [.. order.Watch.Append(Environment.ProcessId).Select(id =>
        {
            using var process = Process.GetProcessById(id);
            return process.TotalProcessorTime;
        })];
}
