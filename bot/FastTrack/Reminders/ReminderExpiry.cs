namespace FastTrackBot.FastTrack.Reminders;

/// <summary>What became of reminders, as soon as it cannot come up again.</summary>
internal sealed class ReminderExpiry() : Expiry("reminders")
{
    public override async Task<int> RunAsync(ExpiryRun run, CancellationToken cancellationToken)
    {
        var policy = ReminderPolicy.Current;
        return await run.Sweep.RunAsync(DigestDocument.Kind, (_, digest) => DigestRules.Expire(digest, run.Now, policy), cancellationToken)
            + await run.Sweep.RunAsync(
                DigestDocument.Reminded, (_, reminded) => run.IsOver(reminded.At, policy.RememberedDays * 2) ? null : reminded, cancellationToken);
    }
}
