using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>The requests of a tenant, as one turn sees and changes them.</summary>
public sealed class Requests(Roles roles)
{
    /// <summary>Those that wait to be filed and that the person may see, the newest first.</summary>
    public async ValueTask<IReadOnlyList<RequestRecord>> ListPreparedAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var all = await turn.Documents.ReadAllAsync(RequestRecord.Kind, turn.TenantId, cancellationToken);
        return
        [
            .. all.Where(record => record.State == RequestState.Prepared && MaySee(turn.Sender, record))
                .OrderByDescending(record => record.PreparedAt),
        ];
    }

    /// <summary>Null also where the person may not see it: an id opens nothing by itself.</summary>
    public async ValueTask<RequestRecord?> FindAsync(TurnContext turn, string? id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(id)) return null;
        var record = await turn.Documents.ReadAsync(RequestRecord.Kind, turn.TenantId, id, cancellationToken);
        return record is not null && MaySee(turn.Sender, record) ? record : null;
    }

    /// <summary>
    /// The open request that already asks for one of the workloads, for the same organisation. One whose engagement was closed is over.
    /// </summary>
    public async ValueTask<(RequestRecord Record, string WorkloadId)?> FindOpenAsync(
        TurnContext turn, AssistanceRequest request, IEnumerable<string> workloadIds, CancellationToken cancellationToken)
    {
        (RequestRecord, string)? first = null;
        foreach (var workload in workloadIds)
        {
            // All claims are read, also after the first hit: saving one later needs to have seen that it was free.
            var claim = await turn.Documents.ReadAsync(RequestClaim.Kind, turn.TenantId, ClaimId(request, workload), cancellationToken);
            if (claim is null || first is not null) continue;
            var record = await turn.Documents.ReadAsync(RequestRecord.Kind, turn.TenantId, claim.RequestId, cancellationToken);
            if (record is not null && !await IsOverAsync(turn, record, cancellationToken)) first = (record, workload);
        }

        return first;
    }

    private static async ValueTask<bool> IsOverAsync(TurnContext turn, RequestRecord record, CancellationToken cancellationToken) =>
        record.State == RequestState.Filed
        && (await turn.Documents.ReadAllAsync(EngagementDocument.Kind, turn.TenantId, cancellationToken))
            .Any(engagement => engagement.RequestId == record.Id && engagement.IsClosed);

    /// <summary>Saves a new request and keeps its workloads; <see cref="FindOpenAsync"/> has found none of them taken.</summary>
    public void Open(TurnContext turn, RequestRecord record)
    {
        turn.Documents.Save(RequestRecord.Kind, turn.TenantId, record.Id, record);
        foreach (var plan in record.Request.Workloads)
        {
            turn.Documents.Save(RequestClaim.Kind, turn.TenantId, ClaimId(record.Request, plan.WorkloadId), new RequestClaim(record.Id));
        }
    }

    public void Save(TurnContext turn, RequestRecord record) => turn.Documents.Save(RequestRecord.Kind, turn.TenantId, record.Id, record);

    /// <summary>Withdraws the request and frees its workloads.</summary>
    public async ValueTask WithdrawAsync(TurnContext turn, RequestRecord record, CancellationToken cancellationToken)
    {
        Save(turn, record with { State = RequestState.Withdrawn });
        foreach (var plan in record.Request.Workloads)
        {
            var id = ClaimId(record.Request, plan.WorkloadId);
            var claim = await turn.Documents.ReadAsync(RequestClaim.Kind, turn.TenantId, id, cancellationToken);
            if (claim?.RequestId == record.Id) turn.Documents.Delete(RequestClaim.Kind, turn.TenantId, id);
        }
    }

    private bool MaySee(Sender sender, RequestRecord record) => record.RequestedBy.ObjectId == sender.ObjectId || roles.Has(sender, Role.Admin);

    /// <summary>The tenant itself, or the customer by the surest thing that is known of it.</summary>
    private static string ClaimId(AssistanceRequest request, string workloadId) =>
        $"{(request.Customer is { } customer ? "customer/" + (customer.Tpid ?? customer.Domain ?? customer.Name).ToLowerInvariant() : "own")}/{workloadId}";
}
