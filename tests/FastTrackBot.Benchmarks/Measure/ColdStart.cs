using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using FastTrackBot.Benchmarks.Load;
using FastTrackBot.Benchmarks.Targets;

namespace FastTrackBot.Benchmarks.Measure;

/// <summary>How long a new process takes until it has answered its first turn, and what it holds when it then has nothing to do.</summary>
internal static class ColdStart
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    public static async Task<string> MeasureAsync(BenchmarkOptions options, Bench bench)
    {
        var bot = await MeasureAsync(bench, () =>
        {
            var process = BotProcess.Start(cpu: null, options.Folder, BenchmarkOptions.Users, bench.Issuer.MetadataUrl);
            return Task.FromResult(new Started(process, process.Port, process.ResidentMegabytes));
        });
        var bare = await MeasureAsync(bench, async () =>
        {
            var process = ChildProcess.Part(cpu: null, "bare", options.Folder, Path.Combine(options.Folder, "bare-start.db"), bench.ServiceUrl);
            return new Started(process, int.Parse(await process.ReadLineAsync(), CultureInfo.InvariantCulture), process.ResidentMegabytes);
        });
        return string.Create(CultureInfo.InvariantCulture, $"""

            | A new process | bot | bare, durable | Aim |
            | --- | ---: | ---: | ---: |
            | From its start to the first answered turn, median of 5 | {bot.Seconds:0.00} s | {bare.Seconds:0.00} s | < 0.6 s |
            | Resident memory, idle after one turn | {bot.Megabytes} MB | {bare.Megabytes} MB | < 100 MB |
            """);
    }

    private static async Task<Figures> MeasureAsync(Bench bench, Func<Task<Started>> start)
    {
        var seconds = new List<double>();
        var memory = 0L;
        for (var i = 0; i < 5; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            var started = await start();
            using var process = started.Process;
            await FirstTurnAsync(started.Port, bench.ServiceUrl);
            seconds.Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
            if (i > 0) continue;
            await Task.Delay(Idle, TimeProvider.System);
            memory = started.ResidentMegabytes();
        }

        seconds.Sort();
        return new Figures(seconds[2], memory);
    }

    public static async Task FirstTurnAsync(int port, string serviceUrl)
    {
        var user = new SimulatedUser(Workload.Status, new BenchmarkUser("first", 0, serviceUrl), token: null);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                using var connection = new Connection(port);
                await connection.OpenAsync(patience.Token);
                await user.StepAsync(connection, 0, patience.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
            }
        }
    }

    private sealed record Started(IDisposable Process, int Port, Func<long> ResidentMegabytes);

    private sealed record Figures(double Seconds, long Megabytes);
}
