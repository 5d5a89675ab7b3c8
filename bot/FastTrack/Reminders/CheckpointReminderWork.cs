using System.Globalization;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>
/// Tells one who takes part that a checkpoint is near. Its key names the tenant, the engagement, the checkpoint, the hours before it, and the
/// person; the checkpoint itself says when that is, as it may have been moved.
/// </summary>
internal sealed class CheckpointReminderWork(
    ReminderPeople people, ReminderSender sender, CheckpointReminderCard card, CheckpointOutcomes outcomes, TimeProvider clock) : WorkKind(KindName)
{
    public const string KindName = "checkpoint-reminder";

    private const int MostTries = 8;

    public override int Parallelism => 64;

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        var (tenant, engagementId, checkpointId, hours, attendee) = claim.Key.Split('/', 5) is [var a, var b, var c, var d, var e]
            ? (a, b, c, int.Parse(d, CultureInfo.InvariantCulture), e)
            : throw new InvalidOperationException($"{claim.Key} is no key of a reminder.");
        var partition = EngagementHistory.Partition(tenant, engagementId);
        var checkpoint = await documents.ReadAsync(CheckpointDocument.Kind, partition, checkpointId, cancellationToken);
        var engagement = await documents.ReadAsync(EngagementDocument.Kind, tenant, engagementId, cancellationToken);
        if (checkpoint is null || engagement is null || await Forgotten.IsAsync(documents, tenant, attendee, cancellationToken)) return WorkResult.Done;

        // A checkpoint that was moved is another one to be reminded of.
        var note = new CheckpointNote(partition, string.Create(CultureInfo.InvariantCulture, $"{checkpointId}|{hours}|{attendee}|{checkpoint.Start.UtcTicks}"));
        if (await CheckpointOutcomes.IsKnownAsync(documents, note, cancellationToken)) return WorkResult.Done;
        var where = await people.ReadAsync(documents, tenant, attendee, checkpoint.Zone, cancellationToken);
        var now = clock.GetUtcNow();
        var at = DigestRules.BeforeMeeting(checkpoint.Start, hours, where.Zone, where.Settings, where.Policy);
        if (checkpoint.IsAhead && at > now)
        {
            documents.Queue(Name, claim.Key, at.Value);
            return WorkResult.Done;
        }

        if (engagement.IsClosed || !checkpoint.IsAhead || checkpoint.Start <= now || !IsExpected(checkpoint, attendee) || IsOvertaken(checkpoint, hours, where, now))
            return outcomes.End(documents, note, ReminderOutcome.Obsolete, null);
        if (where.Settings.Off || where.Settings.Muted.Contains(engagementId)) return outcomes.End(documents, note, ReminderOutcome.Muted, null);

        var result = await SendAsync(documents, tenant, new CheckpointNotice(engagement, checkpoint, where), attendee, cancellationToken);
        return result.MayRetry && (result.Outcome == SendOutcome.Throttled || claim.Attempt < MostTries)
            ? WorkResult.Again(result.Reason ?? "", result.Until is { } until ? until - now : null)
            : outcomes.End(documents, note, DigestSender.OutcomeOf(result), result.Reason);
    }

    private async Task<SendResult> SendAsync(DocumentSession documents, string tenant, CheckpointNotice notice, string attendee, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = ReminderCulture.Of(notice.Where.Locale);
        var (filled, summary) = (card.Fill(notice, clock.GetUtcNow()), CheckpointReminderCard.Summary(notice));
        if (attendee != CheckpointQueue.Place) return await sender.ToPersonAsync(tenant, attendee, filled, summary, cancellationToken);
        return await LinkedPlace.OfAsync(documents, tenant, notice.Engagement.Id, cancellationToken) is { } place
            ? await sender.ToPlaceAsync(tenant, place.Installation, filled, summary, cancellationToken)
            : SendResult.NotInstalled;
    }

    /// <summary>Whoever left the team since is expected no more.</summary>
    private static bool IsExpected(Checkpoint checkpoint, string attendee) =>
        attendee == CheckpointQueue.Place || checkpoint.Attendees.Any(person => person.ObjectId == attendee);

    /// <summary>When the bot was away for long, several fall due at once: the last of them is enough.</summary>
    private static bool IsOvertaken(Checkpoint checkpoint, int hours, ReminderPerson where, DateTimeOffset now) => where.Policy.CheckpointHours
        .Any(later => later < hours && DigestRules.BeforeMeeting(checkpoint.Start, later, where.Zone, where.Settings, where.Policy) <= now);
}

internal sealed record CheckpointNotice(Engagement Engagement, Checkpoint Checkpoint, ReminderPerson Where);
