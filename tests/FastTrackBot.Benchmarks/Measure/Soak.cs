using System.Globalization;
using System.Text;
using FastTrackBot.Benchmarks.Load;

namespace FastTrackBot.Benchmarks.Measure;

/// <summary>Half a million turns of both workloads: memory must not grow with them.</summary>
internal static class Soak
{
    private const int Portions = 5;
    private const int TurnsEach = 50_000;

    public static async Task<string> MeasureAsync(Bench bench)
    {
        var bot = new Target("bot", bench.Bot.Id, bench.Bot.Port);
        var table = new StringBuilder("| Turns | Resident memory |\n| ---: | ---: |\n");
        for (var portion = 1; portion <= Portions; portion++)
        {
            foreach (var workload in Workload.All) await bench.LoadAsync(bot, workload, BenchmarkOptions.Users, 0, 0, turns: TurnsEach);
            table.AppendLine(CultureInfo.InvariantCulture, $"| {portion * TurnsEach * 2:N0} | {bench.Bot.ResidentMegabytes()} MB |");
        }

        return table.ToString();
    }
}
