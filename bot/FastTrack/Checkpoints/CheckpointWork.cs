using System.Globalization;
using FastTrackBot.Platform;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>
/// Keeps the checkpoints of an engagement and a calendar in step, in both directions, and notices what was missed. Each change queues it, and it queues
/// itself as long as something is planned.
/// </summary>
internal sealed class CheckpointWork(MeetingCalendar calendar, IOptions<CheckpointOptions> options, TimeProvider clock) : WorkKind(CheckpointDocument.Work)
{
    /// <summary>What takes an administrator is not asked for every few minutes.</summary>
    private static readonly TimeSpan PauseForAdministrator = TimeSpan.FromHours(1);

    private readonly CheckpointOptions _options = options.Value;

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(_options.Language);
        var (tenant, id) = claim.TenantAndId();
        if (await documents.ReadAsync(EngagementDocument.Kind, tenant, id, cancellationToken) is not { } engagement) return WorkResult.Done;

        var before = await CheckpointDocument.ReadAsync(documents, tenant, id, cancellationToken);
        var change = CheckpointRules.Miss(before, clock.GetUtcNow());
        change = CheckpointRules.Then(change, CheckpointRules.Leave(change.All, engagement, clock.GetUtcNow()));
        if (engagement.IsClosed) change = CheckpointRules.Then(change, CheckpointRules.CancelAll(change.All, clock.GetUtcNow()));
        GraphException? failure = null;
        if (_options.Calendar)
        {
            (var synced, failure) = await calendar.SyncAsync(engagement, change.All, cancellationToken);
            change = CheckpointRules.Then(change, synced);
            await NoteAsync(documents, tenant, id, failure, cancellationToken);
        }

        CheckpointDocument.Save(documents, tenant, engagement, before, change, clock.GetUtcNow());
        if (failure is not null) return Failed(failure, engagement);
        if (Next(change.All) is { } due) CheckpointDocument.QueueWork(documents, tenant, id, due);
        return WorkResult.Done;
    }

    private static async Task NoteAsync(DocumentSession documents, string tenant, string id, GraphException? failure, CancellationToken cancellationToken)
    {
        CalendarTrouble? trouble = failure is null ? null : TroubleOf(failure);
        var known = await documents.ReadAsync(CalendarNote.Kind, tenant, id, cancellationToken);
        if (known?.Trouble != trouble) documents.Save(CalendarNote.Kind, tenant, id, new CalendarNote(trouble));
    }

    private WorkResult Failed(GraphException failure, Engagement engagement) => TroubleOf(failure) switch
    {
        CalendarTrouble.Forbidden => WorkResult.Again(Text.Why_Forbidden.With(_options.MailboxOf(engagement)), failure.RetryAfter ?? PauseForAdministrator),
        CalendarTrouble.NoMailbox => WorkResult.Again(Text.Why_NoMailbox.With(_options.MailboxOf(engagement)), failure.RetryAfter ?? PauseForAdministrator),
        _ => WorkResult.Again(Text.Why_Failed.With(failure.Message), failure.RetryAfter),
    };

    private static CalendarTrouble TroubleOf(GraphException failure) =>
        failure.IsForbidden ? CalendarTrouble.Forbidden : failure.Status == 404 ? CalendarTrouble.NoMailbox : CalendarTrouble.Away;

    /// <summary>When there is something to look at again: the calendar now and then, or what nobody spoke of for a day.</summary>
    private DateTimeOffset? Next(IReadOnlyList<Checkpoint> all)
    {
        var now = clock.GetUtcNow();
        // When one begins, the next one is the one after it.
        var deadlines = all.Where(one => one.IsAhead).Select(one => one.Start > now ? one.Start + TimeSpan.FromSeconds(1) : one.End + CheckpointRules.Grace).ToList();
        if (deadlines.Count == 0) return null;
        var look = now + _options.SyncInterval;
        return _options.Calendar && look < deadlines.Min() ? look : deadlines.Min();
    }
}
