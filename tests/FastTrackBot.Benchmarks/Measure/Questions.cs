using System.Diagnostics;
using System.Globalization;
using FastTrackBot.Benchmarks.Load;
using FastTrackBot.FastTrack.Questions;
using FastTrackBot.FastTrack.Questions.Knowledge;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Benchmarks.Measure;

/// <summary>What it costs to have the index of the answers, to search it, and to answer somebody who asks.</summary>
internal static class Questions
{
    private const int Searches = 2_000;

    private static readonly string[] Asked =
    [
        "what is the minimum number of users to get a FastTrack engineer?", "do trial licences count", "can you migrate calendars from Lotus Notes?",
        "how many mailboxes per day can be moved", "which MX record do we need for mail", "where is my pizza",
    ];

    public static async Task<string> MeasureAsync(BenchmarkOptions options, Bench bench)
    {
        var begin = Stopwatch.GetTimestamp();
        using var index = new KnowledgeIndex(Options.Create(new QuestionOptions()), NullLogger<KnowledgeIndex>.Instance);
        index.Search(Asked[0], "en", 3);
        var first = Stopwatch.GetElapsedTime(begin);
        foreach (var language in index.Counts.Keys) index.Search(Asked[0], language, 3);
        var all = Stopwatch.GetElapsedTime(begin);

        var latencies = new double[Searches];
        for (var i = 0; i < Searches; i++)
        {
            begin = Stopwatch.GetTimestamp();
            index.Search(Asked[i % Asked.Length], "en", 3);
            latencies[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }

        Array.Sort(latencies);
        var bot = new Target("bot", bench.Bot.Id, bench.Bot.Port);
        await bench.LoadAsync(bot, Workload.Question, 1, options.WarmUpSeconds, 1);
        var one = await bench.LoadAsync(bot, Workload.Question, 1, 1, options.Seconds);
        var many = await bench.LoadAsync(bot, Workload.Question, BenchmarkOptions.Users, 2, options.Seconds);
        return string.Create(CultureInfo.InvariantCulture, $"""

            | Questions | Measured | Aim |
            | --- | ---: | ---: |
            | Reading the texts and indexing English, in a fresh process | {first.TotalMilliseconds:0} ms | < 200 ms |
            | … and the other languages | {all.TotalMilliseconds:0} ms | |
            | A search, p50 / p99 | {latencies[Searches / 2]:0.00} / {latencies[Searches * 99 / 100]:0.00} ms | < 5 ms |
            | A question → card, through the connector, one user, p50 / p99 | {one.P50:0.00} / {one.P99:0.00} ms | < 20 ms |
            | The same, {BenchmarkOptions.Users} users, p50 / p99, turns/s | {many.P50:0.00} / {many.P99:0.00} ms, {many.PerSecond:N0} | |
            """);
    }
}
