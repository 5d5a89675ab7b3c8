using FastTrackBot.Platform;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.SharePoint;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Recording;

/// <summary>The list of engagements in SharePoint: an item each, found by its unique key. A list that is not there is made.</summary>
internal sealed class RecordedList(SharePointLists lists, IOptions<RecordingOptions> options, TimeProvider clock, ILogger<RecordedList> logger) : IDisposable
{
    private const int Rereads = 3;

    private readonly RecordingOptions _options = options.Value;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile ListAddress? _list;

    /// <param name="documents">Where the other engagements are queued when the list is new, and so lacks them.</param>
    public async Task RecordAsync(RecordingRun run, DocumentSession documents, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var check = await documents.ReadAsync(EligibilityCheck.Kind, run.TenantId, run.Engagement.Owner.ObjectId, cancellationToken);
        var fields = RecordRules.Fields(run.Engagement, check?.Seats, today, check?.Specialist);
        var list = await OpenAsync(run, documents, cancellationToken);
        if (run.Note.ItemId is not null && run.Note.ListId == list.ListId && run.Note.Fields == fields) return;
        try
        {
            await WriteAsync(run, list, fields, cancellationToken);
        }
        catch (GraphException exception) when (exception.IsNotFound)
        {
            // The item is gone, or the list with all its items.
            _list = null;
            await run.NoteAsync(run.Note.WithoutItem(), cancellationToken);
            list = await OpenAsync(run, documents, cancellationToken);
            await WriteAsync(run, list, fields, cancellationToken);
            Log.MadeAgain(logger, "item", run.Engagement.Id);
            run.MadeAgain("list", clock.GetUtcNow());
        }
    }

    private async Task<ListAddress> OpenAsync(RecordingRun run, DocumentSession documents, CancellationToken cancellationToken)
    {
        if (_list is { } known) return known;
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_list is { } opened) return opened;
            var site = await lists.GetSiteAsync(new Uri(_options.SiteUrl!), cancellationToken);
            if (await lists.FindListAsync(site.Id, _options.ListName, cancellationToken) is { } found)
            {
                var address = new ListAddress(site.Id, found.Id);
                await CheckAsync(address, cancellationToken);
                return _list = address;
            }

            var made = await MakeAsync(site, cancellationToken);
            await QueueOthersAsync(run, documents, cancellationToken);
            return _list = new ListAddress(site.Id, made.Id);
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task CheckAsync(ListAddress address, CancellationToken cancellationToken)
    {
        var columns = (await lists.GetListAsync(address, cancellationToken)).Columns ?? [];
        var missing = EngagementList.Columns.Where(wanted => columns.All(column => column.Name != wanted.Name)).ToList();
        if (missing.Count > 0) throw NeedsAdministrator(Text.ListLacksColumns.With(_options.ListName, _options.SiteUrl, EngagementList.Describe(missing)));
    }

    private async Task<SharePointList> MakeAsync(Site site, CancellationToken cancellationToken)
    {
        try
        {
            var made = await lists.CreateListAsync(site.Id, new NewList(_options.ListName, EngagementList.Columns), cancellationToken);
            Log.ListMade(logger, _options.ListName, _options.SiteUrl);
            return made;
        }
        catch (GraphException exception) when (exception.IsForbidden)
        {
            throw NeedsAdministrator(Text.ListCannotBeMade.With(_options.ListName, _options.SiteUrl, EngagementList.Describe(EngagementList.Columns)));
        }
    }

    private RecordingException NeedsAdministrator(string reason)
    {
        Log.AdministratorNeeded(logger, reason);
        return new RecordingException(reason);
    }

    private async Task QueueOthersAsync(RecordingRun run, DocumentSession documents, CancellationToken cancellationToken)
    {
        foreach (var other in await documents.ReadAllAsync(EngagementDocument.Kind, run.TenantId, cancellationToken))
        {
            if (other.Id != run.Engagement.Id) EngagementDocument.QueueRecord(documents, run.TenantId, other.Id, clock.GetUtcNow());
        }
    }

    private async Task WriteAsync(RecordingRun run, ListAddress list, EngagementFields fields, CancellationToken cancellationToken)
    {
        var (id, etag) = run.Note.ItemId is { } noted && run.Note.ListId == list.ListId
            ? (noted, run.Note.ItemETag)
            : await lists.FindItemAsync(list, EngagementList.Key, fields.RecordKey, cancellationToken) is { } found ? (found.Id, found.ETag)
            : (null, null);
        if (id is null) (id, etag) = await CreateAsync(list, fields, cancellationToken);
        else etag = await UpdateAsync(list, id, etag, fields, cancellationToken);
        await run.NoteAsync(run.Note with { ListId = list.ListId, ItemId = id, ItemETag = etag, Fields = fields }, cancellationToken);
    }

    private async Task<(string Id, string? ETag)> CreateAsync(ListAddress list, EngagementFields fields, CancellationToken cancellationToken)
    {
        try
        {
            var made = await lists.CreateItemAsync(list, EngagementList.Row(fields), cancellationToken);
            return (made.Id, made.ETag);
        }
        catch (GraphException exception) when (exception is { IsForbidden: false, IsNotFound: false, IsThrottled: false })
        {
            // It may be there all the same, made by us (no answer came) or by another (the key is taken).
            if (await lists.FindItemAsync(list, EngagementList.Key, fields.RecordKey, cancellationToken) is not { } found) throw;
            return (found.Id, await UpdateAsync(list, found.Id, found.ETag, fields, cancellationToken));
        }
    }

    /// <summary>Sets our own columns, whatever else somebody changed in the item meanwhile.</summary>
    private async Task<string?> UpdateAsync(ListAddress list, string id, string? etag, EngagementFields fields, CancellationToken cancellationToken)
    {
        for (var reread = 0; ; reread++)
        {
            try
            {
                var updated = await lists.UpdateItemAsync(list, id, EngagementList.Row(fields), etag, cancellationToken);
                return updated["@odata.etag"]?.GetValue<string>();
            }
            catch (GraphException exception) when (exception.IsConflict && reread < Rereads)
            {
                etag = (await lists.GetItemAsync(list, id, cancellationToken)).ETag;
            }
        }
    }

    public void Dispose() => _opening.Dispose();
}
