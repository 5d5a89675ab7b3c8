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
        var starts = new List<double>();
        var memory = 0L;
        for (var i = 0; i < 5; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            using var bot = BotProcess.Start(cpu: null, options.Folder, BenchmarkOptions.Users, bench.Issuer.MetadataUrl);
            await FirstTurnAsync(bot, bench.ServiceUrl);
            starts.Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
            if (i > 0) continue;
            await Task.Delay(Idle, TimeProvider.System);
            memory = bot.ResidentMegabytes();
        }

        starts.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"""
            | Cold start to the first answered turn, median of 5 | {starts[2]:0.00} s | < 0.6 s |
            | Resident memory, idle after one turn | {memory} MB | < 100 MB |
            """);
    }

    public static async Task FirstTurnAsync(BotProcess bot, string serviceUrl)
    {
        var user = new SimulatedUser(Workload.Status, new BenchmarkUser("first", 0, serviceUrl), token: null);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                using var connection = new Connection(bot.Port);
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
}
