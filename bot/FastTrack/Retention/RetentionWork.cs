using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Retention;

/// <summary>Once a day, erases what is kept for a time only. There is one of it, whatever the number of instances.</summary>
internal sealed class RetentionWork(IEnumerable<Expiry> expiries, IStore store, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<RetentionWork> logger)
    : WorkKind(KindName)
{
    public const string KindName = "retention";
    public const string Key = "all";

    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    public override int Parallelism => 1;

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled) return WorkResult.Done;
        var last = await documents.ReadAsync(RetentionRound.Kind, RetentionRound.Partition, RetentionRound.Id, cancellationToken);
        var now = clock.GetUtcNow();
        // Each start of each instance queues it.
        if (last is null || now - last.At >= Interval)
        {
            last = await RunAsync(last, now, cancellationToken);
            documents.Save(RetentionRound.Kind, RetentionRound.Partition, RetentionRound.Id, last);
        }

        documents.Queue(Name, claim.Key, last.At + Interval);
        return WorkResult.Done;
    }

    private async Task<RetentionRound> RunAsync(RetentionRound? last, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (run, sweep) = (new ExpiryRun(now, options.Value), new DocumentSweep(store));
        Dictionary<string, int> counts = [];
        foreach (var expiry in expiries) counts[expiry.Name] = await expiry.RunAsync(sweep, run, cancellationToken);
        var (turns, newest) = await ForgetTurnsAsync(last?.Turn ?? 0, cancellationToken);
        counts["turns"] = turns;
        foreach (var (name, count) in counts.Where(entry => entry.Value > 0)) Log.Erased(logger, name, count);
        return new RetentionRound(now, newest, counts);
    }

    /// <summary>Turns have no time, but come in their order: those that the last round saw are a day old now.</summary>
    private async Task<(int Count, long Newest)> ForgetTurnsAsync(long through, CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            var forgotten = await store.ForgetTurnsAsync(through, null, cancellationToken);
            total += forgotten.Count;
            if (forgotten.Count == 0) return (total, forgotten.Last);
        }
    }
}
