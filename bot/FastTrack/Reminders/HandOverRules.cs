namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Gives what somebody was reminded of to somebody else who takes part.</summary>
public static class HandOverRules
{
    /// <summary>Who has it now; null where it is nothing that can be given away.</summary>
    public static Person? OwnerOf(Reminder reminder, Engagement engagement, RemediationPlan? plan) => reminder.Kind switch
    {
        ReminderKind.Item => engagement.Checklist.FirstOrDefault(item => item.Id == reminder.Subject && !item.IsDone) is { } item ? item.Owner ?? engagement.Owner : null,
        ReminderKind.Remediation => plan?.Open.FirstOrDefault(item => item.Id == reminder.Subject)?.Owner,
        _ => null,
    };

    /// <returns>The engagement and its plan as they become; without an event nothing has changed.</returns>
    public static HandOver Give(Reminder reminder, Engagement engagement, RemediationPlan? plan, Person to, EngagementEvent stamp)
    {
        if (OwnerOf(reminder, engagement, plan) is not { } from || from.ObjectId == to.ObjectId) return new HandOver(engagement, plan, []);
        if (reminder.Kind == ReminderKind.Item)
        {
            var checklist = engagement.Checklist.Select(item => item.Id == reminder.Subject ? item with { Owner = to } : item);
            return new HandOver(engagement with { Checklist = [.. checklist] }, plan,
                [stamp with { Kind = EventKind.ItemAssigned, Subject = reminder.Subject, From = from.Name, To = to.Name }]);
        }

        var due = Days.Iso(plan!.Items.First(item => item.Id == reminder.Subject).Due);
        return new HandOver(
            engagement,
            plan with { Items = [.. plan.Items.Select(item => item.Id == reminder.Subject ? item with { Owner = to } : item)] },
            [stamp with { Kind = EventKind.RemediationChanged, Subject = reminder.Subject, From = $"{from.Name}, {due}", To = $"{to.Name}, {due}" }]);
    }
}

public sealed record HandOver(Engagement Engagement, RemediationPlan? Plan, IReadOnlyList<EngagementEvent> Events);
