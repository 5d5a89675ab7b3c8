using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>Counts of days that are over: nothing is done with them.</summary>
internal sealed class ModelExpiry() : Expiry("counts of questions")
{
    public override Task<int> RunAsync(DocumentSweep sweep, ExpiryRun run, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(run.Now.UtcDateTime);
        return sweep.RunAsync(ModelDocuments.Use, (_, use) => use.Day < today ? null : use, cancellationToken);
    }
}
