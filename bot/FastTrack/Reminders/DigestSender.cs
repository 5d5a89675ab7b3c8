using System.Globalization;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Sends a digest: to the person, or where the bot cannot reach the person, to the places that are linked with the engagements.</summary>
internal sealed class DigestSender(ReminderSender sender, DigestCard card, ReminderTotals totals, ILogger<DigestSender> logger)
{
    public async Task<SendResult> SendAsync(
        DocumentSession documents, string tenant, Digest digest, IReadOnlyList<ShownReminder> shown, ReminderPerson where, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = ReminderCulture.Of(where.Locale);
        var result = await sender.ToPersonAsync(tenant, digest.Person.ObjectId, card.Fill(shown), DigestCard.Summary(shown), cancellationToken);
        if (result.Outcome != SendOutcome.NotInstalled || await Forgotten.IsAsync(documents, tenant, digest.Person.ObjectId, cancellationToken)) return result;
        return await SendToPlacesAsync(documents, tenant, digest, shown, cancellationToken) ?? result;
    }

    public static ReminderOutcome OutcomeOf(SendResult result) => result.Outcome switch
    {
        SendOutcome.Delivered => ReminderOutcome.Delivered,
        SendOutcome.Blocked => ReminderOutcome.Blocked,
        SendOutcome.NotInstalled => ReminderOutcome.NotInstalled,
        _ => ReminderOutcome.Failed,
    };

    public static Digest End(Digest digest, IReadOnlyList<Reminder> reminders, ReminderOutcome outcome, DateTimeOffset at, ReminderPolicy policy) =>
        reminders.Count == 0 ? digest : DigestRules.End(digest, reminders, outcome, at, policy);

    /// <summary>Each reminder has its outcome, which is stored with it: here it is counted and logged.</summary>
    public void Tell(Person person, SortedReminders ready, SendResult? result)
    {
        Tell(person, ready.Obsolete, ReminderOutcome.Obsolete, null);
        Tell(person, ready.Muted, ReminderOutcome.Muted, null);
        if (result is not null) Tell(person, [.. ready.True.Select(shown => shown.Reminder)], OutcomeOf(result), result.Reason);
    }

    private void Tell(Person person, IReadOnlyList<Reminder> reminders, ReminderOutcome outcome, string? reason)
    {
        foreach (var reminder in reminders) Log.ReminderEnded(logger, reminder.Id, person.ObjectId, outcome, reason);
        totals.Add(outcome, reminders.Count);
    }

    /// <returns>Null where not every engagement has such a place: then the person counts as not reached.</returns>
    private async Task<SendResult?> SendToPlacesAsync(
        DocumentSession documents, string tenant, Digest digest, IReadOnlyList<ShownReminder> shown, CancellationToken cancellationToken)
    {
        List<(LinkedPlace Place, IReadOnlyList<ShownReminder> Part)> parts = [];
        foreach (var group in shown.GroupBy(reminder => reminder.Engagement.Id))
        {
            if (await LinkedPlace.OfAsync(documents, tenant, group.Key, cancellationToken) is not { } place) return null;
            parts.Add((place, [.. group]));
        }

        SendResult? worst = null;
        foreach (var (place, part) in parts)
        {
            var result = await sender.ToPlaceAsync(tenant, place.Installation, card.Fill(part, digest.Person), DigestCard.Summary(part, digest.Person), cancellationToken);
            // One message a place; where a later one fails, the earlier ones are not sent again.
            if (worst is null || (result.Outcome == SendOutcome.Delivered) != (worst.Outcome == SendOutcome.Delivered)) worst = parts.Count > 1 ? result with { MayRetry = false } : result;
        }

        return worst;
    }
}
