using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Retention;

/// <summary>
/// Engagements that were closed long ago: their history, plans, minutes, contacts and people are erased, their outline stays. The outline is
/// changed last, so that an interrupted round finds them again.
/// </summary>
internal sealed class ClosedEngagements(IEnumerable<EngagementDetail> details) : Expiry("closed engagements")
{
    public override async Task<int> RunAsync(DocumentSweep sweep, ExpiryRun run, CancellationToken cancellationToken)
    {
        List<(string Tenant, Engagement Engagement)> over = [];
        await foreach (var (key, engagement) in sweep.ReadAsync(EngagementDocument.Kind, cancellationToken))
        {
            if (IsOver(engagement, run)) over.Add((key.Partition, engagement));
        }

        var count = 0;
        foreach (var (tenant, engagement) in over) count += await ReduceAsync(sweep, (tenant, engagement), run, cancellationToken);
        return count;
    }

    private static bool IsOver(Engagement engagement, ExpiryRun run) =>
        !engagement.IsOutline && engagement.ClosedAt is { } closed && run.IsOver(closed, run.Keep.EngagementDays);

    private async Task<int> ReduceAsync(DocumentSweep sweep, (string Tenant, Engagement Engagement) one, ExpiryRun run, CancellationToken cancellationToken)
    {
        var (tenant, engagement) = one;
        var count = 0;
        foreach (var detail in details)
        {
            var (partition, id) = detail.KeyOf(tenant, engagement);
            if (id is null) count += await sweep.EraseAllAsync(detail.Kind, partition, cancellationToken);
            else if (await sweep.EraseAsync(new DocumentKey(detail.Kind, partition, id), cancellationToken)) count++;
        }

        var documents = new DocumentSession(sweep.Store);
        // Taken up again meanwhile, it is no closed one; what was erased stays erased.
        if (await documents.ReadAsync(EngagementDocument.Kind, tenant, engagement.Id, cancellationToken) is not { } fresh || !IsOver(fresh, run)) return count;
        await ChannelLinks.UnlinkAsync(documents, tenant, engagement.Id, cancellationToken);
        documents.Save(EngagementDocument.Kind, tenant, engagement.Id, OutlineRules.Of(fresh, new Person(Erasure.SomebodyId, Text.Somebody)));
        await sweep.Store.CommitAsync(documents.ToCommit(), cancellationToken);
        return count + 1;
    }
}
