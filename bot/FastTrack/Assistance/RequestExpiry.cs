using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Requests that nobody filed, with the contacts in them and the workloads that they keep from others.</summary>
internal sealed class RequestExpiry() : Expiry("requests")
{
    public override async Task<int> RunAsync(DocumentSweep sweep, ExpiryRun run, CancellationToken cancellationToken)
    {
        HashSet<string> over = [];
        await foreach (var (_, record) in sweep.ReadAsync(RequestRecord.Kind, cancellationToken))
        {
            if (IsOver(record, run)) over.Add(record.Id);
        }

        if (over.Count == 0) return 0;
        return await sweep.RunAsync(RequestClaim.Kind, (_, claim) => over.Contains(claim.RequestId) ? null : claim, cancellationToken)
            + await sweep.RunAsync(RequestRecord.Kind, (_, record) => IsOver(record, run) ? null : record, cancellationToken);
    }

    private static bool IsOver(RequestRecord record, ExpiryRun run) => record.State != RequestState.Filed && run.IsOver(record.PreparedAt, run.Keep.RequestDays);
}
