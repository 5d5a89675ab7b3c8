using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>What became of reminders, as soon as it cannot come up again.</summary>
internal sealed class ReminderExpiry(ReminderPeople people) : Expiry("reminders")
{
    public override async Task<int> RunAsync(DocumentSweep sweep, ExpiryRun run, CancellationToken cancellationToken)
    {
        var policy = people.Policy;
        return await sweep.RunAsync(DigestDocument.Kind, (_, digest) => DigestRules.Expire(digest, run.Now, policy), cancellationToken)
            + await sweep.RunAsync(
                DigestDocument.Reminded, (_, reminded) => run.IsOver(reminded.At, policy.RememberedDays * 2) ? null : reminded, cancellationToken);
    }
}
