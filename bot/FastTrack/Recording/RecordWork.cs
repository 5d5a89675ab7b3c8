using System.Globalization;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Recording;

/// <summary>
/// Brings the list and the plan of an engagement up to date with what is stored, and takes over what people ticked in Planner. Each
/// change of an engagement queues it, and it queues itself to look at the plan of an open one again: as there is one of a key at a
/// time, nothing is made twice by two at once.
/// </summary>
internal sealed class RecordWork(
    IStore store, RecordedList list, RecordedPlan plan, IOptions<RecordingOptions> options, TimeProvider clock)
    : WorkKind(EngagementDocument.RecordWork)
{
    private readonly RecordingOptions _options = options.Value;

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        if (!_options.HasList && !_options.HasPlans) return WorkResult.Done;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(_options.Language);
        var (tenant, id) = claim.TenantAndId();
        if (await documents.ReadAsync(EngagementDocument.Kind, tenant, id, cancellationToken) is not { } engagement) return WorkResult.Done;

        var note = await documents.ReadAsync(RecordingNote.Kind, tenant, id, cancellationToken) ?? new RecordingNote();
        var run = new RecordingRun(store, tenant, engagement, note);
        // One being away is no reason to leave the other behind.
        WorkResult?[] failures =
        [
            _options.HasPlans ? await TryAsync(plan.RecordAsync(run, cancellationToken), RecordingFaults.OfPlan) : null,
            _options.HasList ? await TryAsync(list.RecordAsync(run, documents, cancellationToken), RecordingFaults.OfList) : null,
        ];
        await run.SaveAsync(documents, cancellationToken);
        if (failures.OfType<WorkResult>().ToList() is { Count: > 0 } failed)
            return WorkResult.Again(string.Join(' ', failed.Select(failure => failure.Reason)), failed.Max(failure => failure.Pause));
        if (_options.HasPlans && !engagement.IsClosed) documents.Queue(Name, claim.Key, clock.GetUtcNow() + _options.SyncInterval);
        return WorkResult.Done;
    }

    private async Task<WorkResult?> TryAsync(Task recording, Func<GraphException, RecordingOptions, string> reason)
    {
        try
        {
            await recording;
            return null;
        }
        catch (GraphException exception)
        {
            return WorkResult.Again(reason(exception, _options), exception.RetryAfter);
        }
        catch (RecordingException exception)
        {
            return WorkResult.Again(exception.Message, exception.Pause);
        }
    }
}
