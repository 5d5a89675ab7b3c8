using System.Globalization;
using System.Text;
using FastTrackBot.Benchmarks.Load;

namespace FastTrackBot.Benchmarks.Measure;

/// <summary>The bot beside the bare endpoints, in turns, so that what else the machine does hits them alike.</summary>
internal static class Throughput
{
    public static async Task<string> MeasureAsync(BenchmarkOptions options, Bench bench, Workload workload)
    {
        var bot = new Target("bot", bench.Bot.Id, bench.Bot.Port);
        var bare = await bench.StartBareAsync("bare, durable", durable: true);
        var stateless = await bench.StartBareAsync("bare, keeps nothing", durable: false);
        Target[] targets = [bot, bare, stateless];
        foreach (var target in targets) await bench.LoadAsync(target, workload, BenchmarkOptions.Users, options.WarmUpSeconds, 1);

        var rows = new List<Row>();
        for (var slice = 0; slice < options.Slices; slice++)
        {
            foreach (var target in targets)
            {
                rows.Add(new Row(slice, target.Name, BenchmarkOptions.Users, await bench.LoadAsync(target, workload, BenchmarkOptions.Users, 1, BenchmarkOptions.SliceSeconds)));
                rows.Add(new Row(slice, target.Name, 1, await bench.LoadAsync(target, workload, 1, 1, BenchmarkOptions.SliceSeconds / 2)));
            }

            var validated = await bench.LoadAsync(bot, workload, BenchmarkOptions.Users, 1, BenchmarkOptions.SliceSeconds, tokens: true);
            rows.Add(new Row(slice, "bot, tokens validated", BenchmarkOptions.Users, validated));
        }

        return Table(workload, rows, bare.Name);
    }

    private static string Table(Workload workload, List<Row> rows, string yardstick)
    {
        var table = new StringBuilder($"""
            **{workload.Title}**

            | Users | Target | Turns/s | of bare durable | p50 ms | p99 ms | CPU µs a turn | CPU of target | stub + generator |
            | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (var users in (int[])[BenchmarkOptions.Users, 1])
        {
            var bare = rows.Where(row => row.Target == yardstick && row.Users == users).ToDictionary(row => row.Slice, row => row.Result.PerSecond);
            foreach (var group in rows.Where(row => row.Users == users).GroupBy(row => row.Target))
            {
                var median = Median(group, row => row.Result.PerSecond).Result;
                // Within a slice the machine was about the same to both.
                var share = Median(group, ShareOf);
                table.AppendLine(CultureInfo.InvariantCulture,
                    $"| {users} | {group.Key} | {median.PerSecond:N0} | {ShareOf(share):P0} | {median.P50:0.00} | {median.P99:0.00} "
                    + $"| {median.Target / median.PerSecond * 1e6:0} | {median.Target:P0} | {median.Stub:P0} + {median.Generator:P0} |");
            }

            double ShareOf(Row row) => row.Result.PerSecond / bare[row.Slice];
        }

        return table.ToString();
    }

    private static Row Median(IEnumerable<Row> rows, Func<Row, double> of)
    {
        var sorted = rows.OrderBy(of).ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed record Row(int Slice, string Target, int Users, LoadResult Result);
}
