namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Who is to be told what of an engagement, from how it stands; never from what happened to it.</summary>
public static class ReminderRules
{
    /// <summary>
    /// What is to be told soon, and when to look again. It comes two days early, so that it is there before the morning everywhere on earth;
    /// each person's own clock decides when it is told.
    /// </summary>
    public static ReminderPlan Due(ReminderSubject about, ReminderPolicy policy, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var all = All(about, policy).ToList();
        var soon = all.Where(to => to.Reminder.Day <= today.AddDays(2) && to.Reminder.Day >= today.AddDays(-policy.RememberedDays));
        var later = all.Where(to => to.Reminder.Day > today.AddDays(2)).Select(to => (DateOnly?)to.Reminder.Day).Min();
        return new ReminderPlan([.. soon], later is { } day ? new DateTimeOffset(day.AddDays(-2), TimeOnly.MinValue, TimeSpan.Zero) : null);
    }

    /// <summary>Whether a reminder is still true for the person.</summary>
    public static bool Holds(Reminder reminder, string personId, ReminderSubject about, ReminderPolicy policy) =>
        !about.Engagement.IsClosed && Of(reminder.Kind, about, policy).Any(to => to.Reminder.IsSame(reminder) && to.Person.ObjectId == personId);

    /// <summary>Whether reminders of a kind depend on the remediation plan.</summary>
    public static bool NeedsPlan(ReminderKind kind) => kind is ReminderKind.Remediation or ReminderKind.Phase or ReminderKind.Migration;

    private static IEnumerable<PersonalReminder> Of(ReminderKind kind, ReminderSubject about, ReminderPolicy policy) => kind switch
    {
        ReminderKind.Item => Items(about.Engagement, policy),
        ReminderKind.Remediation => Remediation(about.Engagement, about.Plan, policy),
        ReminderKind.Adoption => Adoption(about.Engagement, about.Adoption, policy),
        ReminderKind.Decision => Decisions(about, policy),
        _ => Standstill(about.Engagement, about.Plan, policy),
    };

    private static IEnumerable<PersonalReminder> All(ReminderSubject about, ReminderPolicy policy)
    {
        var (engagement, plan, _, adoption) = about;
        return engagement.IsClosed
            ? []
            : [.. Items(engagement, policy), .. Remediation(engagement, plan, policy), .. Adoption(engagement, adoption, policy), .. Decisions(about, policy), .. Standstill(engagement, plan, policy)];
    }

    private static IEnumerable<PersonalReminder> Items(Engagement engagement, ReminderPolicy policy) =>
        from item in engagement.Checklist
        where !item.IsDone
        from reminder in Dated(engagement, ReminderKind.Item, item.Id, item.Due, item.Owner ?? engagement.Owner, policy)
        select reminder;

    private static IEnumerable<PersonalReminder> Remediation(Engagement engagement, RemediationPlan? plan, ReminderPolicy policy) =>
        from item in plan?.Items ?? []
        where item.State == RemediationState.Open
        from reminder in Dated(engagement, ReminderKind.Remediation, item.Id, item.Due, item.Owner, policy)
        select reminder;

    private static IEnumerable<PersonalReminder> Adoption(Engagement engagement, AdoptionPlan? adoption, ReminderPolicy policy) =>
        from item in adoption?.Open ?? []
        from reminder in Dated(engagement, ReminderKind.Adoption, item.Id, item.Due, item.Owner ?? engagement.Owner, policy)
        select reminder;

    /// <summary>Of whatever meetings decided; what has no date is nothing to be reminded of.</summary>
    private static IEnumerable<PersonalReminder> Decisions(ReminderSubject about, ReminderPolicy policy) =>
        from meeting in about.Meetings
        from decided in meeting.Decisions.Index()
        where decided.Item is { Done: null, Due: not null }
        from reminder in Dated(
            about.Engagement, ReminderKind.Decision, DecisionRules.IdOf(meeting, decided.Index), decided.Item.Due!.Value, decided.Item.Owner ?? about.Engagement.Owner, policy)
        select reminder;

    /// <summary>The person who is late is told, not everyone; later, those who lead.</summary>
    private static IEnumerable<PersonalReminder> Dated(
        Engagement engagement, ReminderKind kind, string subject, DateOnly due, Person owner, ReminderPolicy policy)
    {
        Reminder At(ReminderStage stage, int days) => new(engagement.Id, kind, stage, subject, due, due.AddDays(days));

        yield return new PersonalReminder(owner, At(ReminderStage.Due, 0));
        yield return new PersonalReminder(owner, At(ReminderStage.Overdue, 1));
        foreach (var leader in Leaders(engagement).Where(leader => leader.ObjectId != owner.ObjectId))
        {
            yield return new PersonalReminder(leader, At(ReminderStage.Escalated, policy.EscalateAfterDays) with { Late = owner });
        }
    }

    private static IEnumerable<PersonalReminder> Standstill(Engagement engagement, RemediationPlan? plan, ReminderPolicy policy)
    {
        var since = DateOnly.FromDateTime(LastProgress(engagement, plan).UtcDateTime);
        var subject = engagement.Phase.ToString();
        if (engagement.Phase == Phase.Migrate)
        {
            return from step in policy.MigrationDays.Zip(Enum.GetValues<ReminderStage>())
                   from leader in Leaders(engagement)
                   select new PersonalReminder(
                       leader, new Reminder(engagement.Id, ReminderKind.Migration, step.Second, subject, since, since.AddDays(step.First)));
        }

        Reminder Stalled(ReminderStage stage, int days) => new(engagement.Id, ReminderKind.Phase, stage, subject, since, since.AddDays(days));
        return
        [
            new PersonalReminder(engagement.Owner, Stalled(ReminderStage.Due, policy.StalledAfterDays)),
            .. Leaders(engagement).Where(leader => leader.ObjectId != engagement.Owner.ObjectId).Select(leader => new PersonalReminder(
                leader, Stalled(ReminderStage.Escalated, policy.StalledAfterDays + policy.EscalateAfterDays) with { Late = engagement.Owner })),
        ];
    }

    /// <summary>Who asked for FastTrack, and who guides it.</summary>
    private static IEnumerable<Person> Leaders(Engagement engagement) =>
        engagement.Team.Where(member => member.Role == Role.Specialist).Select(member => member.Person)
            .Prepend(engagement.Owner).DistinctBy(person => person.ObjectId);

    private static DateTimeOffset LastProgress(Engagement engagement, RemediationPlan? plan) =>
        engagement.Checklist.Select(item => item.DoneAt)
            .Concat((plan?.Items ?? []).SelectMany(item => (DateTimeOffset?[])[item.Fixed?.At, item.SeenFixed, item.ByCustomer?.At, item.ByFastTrack?.At, item.Waived?.At]))
            .Append(engagement.PhaseSince).Max()!.Value;
}

/// <param name="Next">When something else is to be told, as far as can be foreseen.</param>
public sealed record ReminderPlan(IReadOnlyList<PersonalReminder> Soon, DateTimeOffset? Next);

public sealed record PersonalReminder(Person Person, Reminder Reminder);

/// <summary>What people can be reminded of in an engagement.</summary>
public sealed record ReminderSubject(Engagement Engagement, RemediationPlan? Plan, IReadOnlyList<Checkpoint> Meetings, AdoptionPlan? Adoption = null);
