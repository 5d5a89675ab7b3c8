using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Requests that somebody prepared. One that was filed is the beginning of an engagement, and stays with it.</summary>
internal sealed class RequestData : PersonalData
{
    public override async ValueTask<IReadOnlyList<KeptData>> TellAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var all = await turn.Documents.ReadAllAsync(RequestRecord.Kind, turn.TenantId, cancellationToken);
        var mine = all.Where(record => record.RequestedBy.ObjectId == turn.Sender.ObjectId).ToLookup(record => record.State == RequestState.Filed);
        List<KeptData> kept = [];
        if (mine[false].Any()) kept.Add(new KeptData(Text.Kept_Requests.With(mine[false].Count())));
        if (mine[true].Any()) kept.Add(new KeptData(Text.Kept_Filed.With(mine[true].Count()), Text.Stays_Filed));
        return kept;
    }

    public override async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        HashSet<string> over = [];
        await erasure.EachAsync(RequestRecord.Kind, (_, record) => Note(record, over, erasure), cancellationToken);
        await erasure.EachAsync(RequestClaim.Kind, (_, claim) => over.Contains(claim.RequestId) ? null : claim, cancellationToken);
        await erasure.EachAsync(RequestRecord.Kind, (key, record) => over.Contains(key.Id) && IsOver(record, erasure) ? null : record, cancellationToken);
    }

    /// <summary>First what they keep from others, then themselves: an interruption leaves no claim without its request.</summary>
    private static RequestRecord Note(RequestRecord record, HashSet<string> over, Erasure erasure)
    {
        if (IsOver(record, erasure)) over.Add(record.Id);
        return record;
    }

    private static bool IsOver(RequestRecord record, Erasure erasure) => erasure.Is(record.RequestedBy) && record.State != RequestState.Filed;
}
