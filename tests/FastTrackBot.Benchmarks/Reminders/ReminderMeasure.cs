using System.Diagnostics;
using System.Globalization;
using System.Text;
using FastTrackBot.Benchmarks.Measure;
using FastTrackBot.Benchmarks.Targets;

namespace FastTrackBot.Benchmarks.Reminders;

/// <summary>
/// Everyone is to be told at the same instant: how many messages a second one instance sends, each with its outcome recorded, beside the bare
/// loop. The bot or the loop has one CPU, the server, the stub and this program the other.
/// </summary>
internal sealed class ReminderMeasure(BenchmarkOptions options, HttpClient stub, string serviceUrl)
{
    private const int TargetCpu = 0;
    private const int OtherCpu = 1;

    /// <summary>Of each round: the start of a round is not its speed.</summary>
    private const int LeftOut = 500;

    public static async Task<string> MeasureAsync(BenchmarkOptions options)
    {
        using var stub = ChildProcess.LoadPart(OtherCpu, "stub");
        var serviceUrl = "http://127.0.0.1:" + await stub.ReadLineAsync();
        using var http = new HttpClient { BaseAddress = new Uri(serviceUrl) };
        var measure = new ReminderMeasure(options, http, serviceUrl);
        List<Row> rows = [];
        if (!PostgresDatabase.IsInstalled) Console.WriteLine("PostgreSQL's programs are missing (apt install postgresql): its lines are left out.");
        foreach (var engagements in !PostgresDatabase.IsInstalled ? [] : options.Quick ? [10_000] : (int[])[1_000, 10_000, 100_000])
        {
            await using var postgres = await PostgresDatabase.StartAsync(OtherCpu);
            await measure.MeasureOnPostgresAsync(postgres, new ReminderSeed(engagements, options.Quick ? 6_000 : 12_000, serviceUrl), rows);
        }

        await measure.MeasureOnSqliteAsync(new ReminderSeed(10_000, options.Quick ? 12_000 : 36_000, serviceUrl), rows);
        return Table(rows);
    }

    private async Task MeasureOnPostgresAsync(PostgresDatabase database, ReminderSeed seed, List<Row> rows)
    {
        await database.SeedAsync(seed);
        using (var bot = ReminderBot.Start(TargetCpu, database, Ahead()))
        {
            rows.AddRange(await RoundsAsync("bot", bot, database, seed));
        }

        await database.RepeatAsync();
        using var bare = ChildProcess.Part(TargetCpu, "bare-reminders", database.Settings.Provider, database.Settings.Place, serviceUrl, Ahead());
        await bare.ReadLineAsync();
        rows.AddRange(await RoundsAsync("bare", bare, database, seed));
    }

    /// <summary>A round is a part of all who are to be told, as none can be told twice.</summary>
    private async Task MeasureOnSqliteAsync(ReminderSeed seed, List<Row> rows)
    {
        foreach (var target in (string[])["bot", "bare"])
        {
            await using var database = new SqliteDatabase(Path.Combine(options.Folder, $"reminders-{target}.db"));
            await database.SeedAsync(seed);
            using var process = target == "bot"
                ? ReminderBot.Start(TargetCpu, database, Ahead())
                : ChildProcess.Part(TargetCpu, "bare-reminders", database.Settings.Provider, database.Settings.Place, serviceUrl, Ahead());
            rows.AddRange(await RoundsAsync(target, process, database, seed));
        }
    }

    /// <returns>All but the first, which warms up.</returns>
    private async Task<List<Row>> RoundsAsync(string target, ChildProcess process, IReminderDatabase database, ReminderSeed seed)
    {
        List<Row> rows = [];
        var rounds = options.Rounds + 1;
        var (sent, each) = (await CountAsync(), database.MayRepeat ? seed.Reminders : seed.Reminders / rounds);
        for (var round = 0; round < rounds; round++)
        {
            if (round > 0 && database.MayRepeat) await database.RepeatAsync();
            rows.Add(await RoundAsync(target, process, database, seed, sent + (round * each), each));
        }

        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        var (told, waiting) = await database.CheckAsync();
        if (target == "bot" && (told, waiting) != (seed.Reminders, 0)) throw new InvalidOperationException($"{told} of {seed.Reminders} were told, {waiting} wait.");
        if (await CountAsync() != sent + (rounds * each)) throw new InvalidOperationException("Somebody was told twice, or not at all.");
        return rows[1..];
    }

    private async Task<Row> RoundAsync(string target, ChildProcess process, IReminderDatabase database, ReminderSeed seed, long before, int count)
    {
        await UntilAsync(before + LeftOut);
        var (first, begin, own, server) = (await CountAsync(), Stopwatch.GetTimestamp(), process.Processor, database.Processor());
        await UntilAsync(before + count);
        var (seconds, sent) = (Stopwatch.GetElapsedTime(begin).TotalSeconds, before + count - first);
        return new Row(database.Name, seed.Engagements, target, sent / seconds,
            (process.Processor - own).TotalMicroseconds / sent, (database.Processor() - server).TotalMicroseconds / sent);
    }

    private async Task UntilAsync(long sent)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (await CountAsync() < sent) await Task.Delay(TimeSpan.FromMilliseconds(4), TimeProvider.System, patience.Token);
    }

    private async Task<long> CountAsync() => long.Parse(await stub.GetStringAsync("/count"), CultureInfo.InvariantCulture);

    /// <summary>The same moment of the morning for whoever starts now.</summary>
    private static string Ahead() => (ReminderSeed.Morning.AddMinutes(1) - TimeProvider.System.GetUtcNow()).TotalSeconds.ToString(CultureInfo.InvariantCulture);

    private static string Table(List<Row> rows)
    {
        var table = new StringBuilder("""
            **Reminders: one message each to people who are all due at once**

            | Store | Engagements | Target | Reminders/s | of bare | CPU µs a reminder | of the server |
            | --- | ---: | --- | ---: | ---: | ---: | ---: |

            """);
        foreach (var place in rows.GroupBy(row => (row.Store, row.Engagements)))
        {
            var bare = Median(place.Where(row => row.Target == "bare"));
            foreach (var median in place.GroupBy(row => row.Target).Select(Median))
            {
                table.AppendLine(CultureInfo.InvariantCulture,
                    $"| {median.Store} | {median.Engagements:N0} | {median.Target} | {median.PerSecond:N0} | {median.PerSecond / bare.PerSecond:P0} | {median.Microseconds:0} | {median.ServerMicroseconds:0} |");
            }
        }

        return table.ToString();
    }

    private static Row Median(IEnumerable<Row> rows)
    {
        var sorted = rows.OrderBy(row => row.PerSecond).ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed record Row(string Store, int Engagements, string Target, double PerSecond, double Microseconds, double ServerMicroseconds);
}
