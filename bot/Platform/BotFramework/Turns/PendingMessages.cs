using System.Text.Json;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>
/// Sends what was decided but not sent: at the start, what a crash left behind; then, every half minute, what the channel did not take.
/// </summary>
public sealed class PendingMessages(IStore store, MessageDelivery delivery, TimeProvider clock, ILogger<PendingMessages> logger) : BackgroundService
{
    private const int BatchSize = 100;
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>What the last round found; before the first, what a crash left behind.</summary>
    private HashSet<(string, string)> _seen = [];

    /// <summary>Ends before the server takes its first request: what is pending now cannot be on its way.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _seen = (await store.ReadPendingTurnsAsync(BatchSize, cancellationToken)).Select(Key).ToHashSet();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await SendAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.PendingMessagesFailed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>How many turns had something to send.</returns>
    internal async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        var inFlight = delivery.InFlight;
        var pending = await store.ReadPendingTurnsAsync(BatchSize, cancellationToken);
        // A turn that is pending for the first time is most likely on its way.
        var waiting = pending
            .Where(record => _seen.Contains(Key(record)) && !inFlight.Contains(Key(record)))
            .ToList();
        _seen = pending.Select(Key).ToHashSet();
        foreach (var record in waiting)
        {
            var outcome = JsonSerializer.Deserialize(record.Outcome.Span, TurnJson.Default.TurnOutcome)!;
            await delivery.DeliverAsync(record, outcome);
        }

        if (waiting.Count > 0) Log.PendingMessagesSent(logger, waiting.Count);
        return waiting.Count;
    }

    private static (string, string) Key(TurnRecord record) => (record.ConversationId, record.ActivityId);
}
