using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>
/// Has every open engagement looked at, once: those from before reminders were there, or were switched on, would otherwise wait for their next
/// change. Some at a time; interrupted, it begins again, and what is queued already is queued once.
/// </summary>
internal sealed class BeginWork(IStore store, TimeProvider clock) : WorkKind(KindName)
{
    public const string KindName = "reminders-begin";
    public const string Key = "all";

    private const string Partition = "bot";
    private const string Id = "reminders-begun";
    private const int PageSize = 200;

    /// <summary>Reminders are switched off, and looks are dropped: the next start with them on has to begin anew.</summary>
    public static async ValueTask ForgetAsync(DocumentSession documents, CancellationToken cancellationToken)
    {
        if (await documents.ReadAsync(RemindersBegun.Kind, Partition, Id, cancellationToken) is not null) documents.Delete(RemindersBegun.Kind, Partition, Id);
    }

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        if (await documents.ReadAsync(RemindersBegun.Kind, Partition, Id, cancellationToken) is not null) return WorkResult.Done;
        var now = clock.GetUtcNow();
        DocumentKey? after = null;
        while (true)
        {
            var page = await store.ReadPageAsync(EngagementDocument.Kind.Name, after, PageSize, cancellationToken);
            if (page.Count == 0) break;
            List<WorkItem> looks =
            [
                .. page.Where(stored => !stored.As(EngagementDocument.Kind).IsClosed)
                    .Select(stored => new WorkItem(EngagementDocument.RemindersWork, $"{stored.Key.Partition}/{stored.Key.Id}", now)),
            ];
            await store.CommitAsync(new Commit([]) { Work = looks }, cancellationToken);
            after = page[^1].Key;
        }

        documents.Save(RemindersBegun.Kind, Partition, Id, new RemindersBegun(now));
        return WorkResult.Done;
    }
}

/// <summary>Since when all engagements have been looked at.</summary>
internal sealed record RemindersBegun(DateTimeOffset At)
{
    public static readonly DocumentKind<RemindersBegun> Kind = new("reminders-begun", () => RemindersJson.Default.RemindersBegun);
}
