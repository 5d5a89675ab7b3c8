using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>Checks that say nothing about today any more.</summary>
internal sealed class EligibilityExpiry() : Expiry("eligibility checks")
{
    public override Task<int> RunAsync(DocumentSweep sweep, ExpiryRun run, CancellationToken cancellationToken) =>
        sweep.RunAsync(EligibilityCheck.Kind, (_, check) => run.IsOver(check.At, run.Keep.PersonDays) ? null : check, cancellationToken);
}
