using FastTrackBot.Benchmarks.Load;
using FastTrackBot.Benchmarks.Reminders;
using FastTrackBot.Benchmarks.Targets;

namespace FastTrackBot.Benchmarks.Measure;

/// <summary>Measures what was asked for and writes it as Markdown.</summary>
internal static class Suite
{
    public static async Task RunAsync(BenchmarkOptions options)
    {
        BotProcess.Program = options.Bot;
        if (Directory.Exists(options.Folder)) Directory.Delete(options.Folder, recursive: true);
        Directory.CreateDirectory(options.Folder);
        using var wakefulness = Wakefulness.Keep();
        Console.WriteLine(Machine.Describe(options.Folder, wakefulness) + (options.Quick ? "\n**Quick run: too short a warm-up for results.**" : "") + "\n");

        if (options.Runs("cards")) Console.WriteLine("| What | Measured | Aim |\n| --- | ---: | ---: |\n" + CardFilling.Measure());
        if (options.Only == "cards") return;

        if (options.Runs("reminders") && !options.Soak) Console.WriteLine("\n" + await ReminderMeasure.MeasureAsync(options));
        if (options.Only == "reminders") return;

        await using var bench = await Bench.StartAsync(options.Folder);
        await Probe.RunAsync(bench.Bot, bench.ServiceUrl, options.Folder);
        if (options.Soak)
        {
            Console.WriteLine("\n" + await Soak.MeasureAsync(bench));
            return;
        }

        if (options.Runs("start")) Console.WriteLine(await ColdStart.MeasureAsync(options, bench));
        if (options.Runs("questions")) Console.WriteLine(await Questions.MeasureAsync(options, bench));
        foreach (var workload in Workload.All.Where(workload => options.Runs(workload.Name)))
        {
            Console.WriteLine("\n" + await Throughput.MeasureAsync(options, bench, workload));
        }
    }
}
