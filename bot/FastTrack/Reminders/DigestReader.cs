using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Reminders with what they are about, as it stands now.</summary>
/// <param name="True">To be told.</param>
/// <param name="Obsolete">Done, moved or given away.</param>
/// <param name="Muted">The person does not want to hear of them.</param>
internal sealed record SortedReminders(IReadOnlyList<ShownReminder> True, IReadOnlyList<Reminder> Obsolete, IReadOnlyList<Reminder> Muted);

/// <param name="Finding">Of an item of the remediation plan.</param>
/// <param name="Decision">Of a meeting.</param>
internal sealed record ShownReminder(Reminder Reminder, Engagement Engagement, Finding? Finding, Decision? Decision = null);

/// <summary>Holds reminders against the engagements that they name.</summary>
internal static class DigestReader
{
    public static async Task<SortedReminders> SortAsync(
        DocumentSession documents, string tenant, Digest digest, IReadOnlyList<Reminder> reminders, ReminderPerson where, CancellationToken cancellationToken)
    {
        List<ShownReminder> told = [];
        List<Reminder> obsolete = [], muted = [];
        foreach (var group in reminders.GroupBy(reminder => reminder.EngagementId))
        {
            var engagement = await documents.ReadAsync(EngagementDocument.Kind, tenant, group.Key, cancellationToken);
            var plan = group.Any(reminder => ReminderRules.NeedsPlan(reminder.Kind)) ? await documents.ReadAsync(RemediationDocument.Kind, tenant, group.Key, cancellationToken) : null;
            var adoption = group.Any(reminder => reminder.Kind == ReminderKind.Adoption) ? await documents.ReadAsync(AdoptionDocument.Kind, tenant, group.Key, cancellationToken) : null;
            var meetings = group.Any(reminder => reminder.Kind == ReminderKind.Decision)
                ? await CheckpointDocument.ReadAsync(documents, tenant, group.Key, cancellationToken)
                : [];
            foreach (var reminder in group)
            {
                if (engagement is null || !ReminderRules.Holds(reminder, digest.Person.ObjectId, new ReminderSubject(engagement, plan, meetings, adoption), where.Policy)) obsolete.Add(reminder);
                else if (where.Settings.Off || where.Settings.Muted.Contains(engagement.Id)) muted.Add(reminder);
                else told.Add(new ShownReminder(reminder, engagement, plan?.Items.FirstOrDefault(item => item.Id == reminder.Subject)?.Finding, DecisionRules.Find(meetings, reminder.Subject)?.Decision));
            }
        }

        // Over a weekend the same thing can fall due and be late: once is enough.
        var last = told.GroupBy(shown => shown.Reminder.Topic).Select(stages => stages.MaxBy(shown => shown.Reminder.Stage)!).ToHashSet();
        obsolete.AddRange(told.Where(shown => !last.Contains(shown)).Select(shown => shown.Reminder));
        told.RemoveAll(shown => !last.Contains(shown));
        return new SortedReminders([.. told.OrderBy(shown => shown.Reminder.Date)], obsolete, muted);
    }
}
