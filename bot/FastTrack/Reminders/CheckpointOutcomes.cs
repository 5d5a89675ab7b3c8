using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Where the outcome of a checkpoint's reminder is kept.</summary>
internal readonly record struct CheckpointNote(string Partition, string Id);

/// <summary>Keeps what became of the reminders of checkpoints, each once.</summary>
internal sealed class CheckpointOutcomes(ReminderTotals totals, TimeProvider clock, ILogger<CheckpointOutcomes> logger)
{
    public static async Task<bool> IsKnownAsync(DocumentSession documents, CheckpointNote note, CancellationToken cancellationToken) =>
        await documents.ReadAsync(DigestDocument.Reminded, note.Partition, note.Id, cancellationToken) is not null;

    public WorkResult End(DocumentSession documents, CheckpointNote note, ReminderOutcome outcome, string? reason)
    {
        Log.ReminderEnded(logger, note.Id, note.Partition, outcome, reason);
        totals.Add(outcome, 1);
        documents.Save(DigestDocument.Reminded, note.Partition, note.Id, new CheckpointReminded(outcome, clock.GetUtcNow()));
        return WorkResult.Done;
    }
}
