using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Reminders;

namespace FastTrackBot.Tests.FastTrack.Reminders;

public sealed class ReminderRulesTests
{
    private static readonly DateOnly Due = new(2026, 3, 11);

    [Fact]
    public void Whoever_is_late_is_told_and_those_who_lead_a_week_later() => Assert.Equal(
        ["worker Due 2026-03-11", "worker Overdue 2026-03-12", "lead Escalated 2026-03-18", "guide Escalated 2026-03-18"],
        Of(Some.Engagement(Some.Item(Due, Some.Worker)), "2026-03-17").Where(told => !told.Contains("Phase", StringComparison.Ordinal)));

    [Fact]
    public void What_is_nobodys_is_the_leads_and_nobody_is_told_twice_of_being_late() => Assert.Equal(
        ["lead Due 2026-03-11", "lead Overdue 2026-03-12", "guide Escalated 2026-03-18"],
        Of(Some.Engagement(Some.Item(Due)), "2026-03-17").Where(told => !told.Contains("Phase", StringComparison.Ordinal)));

    [Fact]
    public void It_comes_two_days_early_and_the_next_look_is_named()
    {
        var engagement = Some.Engagement(Some.Item(Due, Some.Worker));

        Assert.Empty(Of(engagement, "2026-03-08"));
        Assert.Equal(At("2026-03-09"), ReminderRules.Due(Some.Subject(engagement), ReminderPolicy.Default, At("2026-03-08")).Next);
        Assert.Equal(["worker Due 2026-03-11"], Of(engagement, "2026-03-09"));
    }

    [Fact]
    public void What_is_done_closed_or_long_ago_is_nobody_told_of()
    {
        Assert.DoesNotContain(Of(Some.Engagement(Some.Item(Due, Some.Worker).Done(Some.Worker, Some.Start)), "2026-03-12"), told => told.StartsWith("worker", StringComparison.Ordinal));
        Assert.Empty(Of(Some.Engagement(Some.Item(Due)) with { ClosedAt = Some.Start }, "2026-03-12"));
        Assert.DoesNotContain(Of(Some.Engagement(Some.Item(Due, Some.Worker)), "2026-05-12"), told => told.StartsWith("worker", StringComparison.Ordinal));
    }

    [Fact]
    public void A_phase_without_progress_is_the_leads_and_then_the_specialists() => Assert.Equal(
        ["lead Phase Due 2026-03-16", "guide Phase Escalated 2026-03-23"], Of(Some.Engagement(), "2026-03-22"));

    [Fact]
    public void The_clock_of_a_migration_begins_anew_with_each_thing_done()
    {
        var migration = Some.Engagement() with { Phase = Phase.Migrate, PhaseSince = Some.Start };
        Assert.Equal(
            ["lead Migration Due 2026-03-23", "guide Migration Due 2026-03-23", "lead Migration Overdue 2026-04-01", "guide Migration Overdue 2026-04-01"],
            Of(migration, "2026-04-05"));
        Assert.Equal(2, Of(migration, "2026-04-30").Count(told => told.EndsWith("Escalated 2026-05-01", StringComparison.Ordinal)));

        var moved = migration with { Checklist = [Some.Item(Due).Done(Some.Worker, At("2026-04-01"))] };
        Assert.DoesNotContain(Of(moved, "2026-04-05"), told => told.Contains("Migration", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reminder_holds_until_it_is_done_moved_or_given_away()
    {
        var item = Some.Item(Due, Some.Worker);
        var reminder = ReminderRules.Due(Some.Subject(Some.Engagement(item)), ReminderPolicy.Default, At("2026-03-10")).Soon[0].Reminder;

        Assert.True(Holds(item));
        Assert.False(Holds(item.Done(Some.Worker, Some.Start)));
        Assert.False(Holds(item with { Due = Due.AddDays(1) }));
        Assert.False(Holds(item with { Owner = Some.Lead }));
        bool Holds(ChecklistItem now) => ReminderRules.Holds(reminder, Some.Worker.ObjectId, Some.Subject(Some.Engagement(now)), ReminderPolicy.Default);
    }

    [Fact]
    public void A_decision_with_a_date_is_told_to_its_owner_or_to_whoever_leads_until_it_is_done()
    {
        var meeting = new Checkpoint("m1", "e1", CheckpointKind.Checkpoint, Due.AddDays(-3).ToDateTime(new TimeOnly(10, 0)), "UTC", TimeSpan.FromHours(1))
        {
            State = CheckpointState.Held,
            Decisions = [new Decision("Mail first", Some.Worker, Due), new Decision("No date"), new Decision("Nobody's", null, Due)],
        };
        IReadOnlyList<string> Told(Checkpoint held) =>
        [
            .. ReminderRules.Due(new ReminderSubject(Some.Engagement(), null, [held]), ReminderPolicy.Default, At("2026-03-11")).Soon
                .Where(to => to.Reminder.Kind == ReminderKind.Decision).Select(to => $"{to.Person.ObjectId} {to.Reminder.Subject} {to.Reminder.Stage}").Order(StringComparer.Ordinal),
        ];

        Assert.Contains("worker m1#0 Due", Told(meeting));
        Assert.Contains("lead m1#2 Due", Told(meeting));
        Assert.DoesNotContain(Told(meeting), told => told.Contains("#1", StringComparison.Ordinal));
        var change = DecisionRules.Finish([meeting], "m1#0", new Mark(Some.Worker, Some.Start))!;
        Assert.DoesNotContain(Told(change.All[0]), told => told.Contains("#0", StringComparison.Ordinal));
        Assert.Equal((EventKind.DecisionDone, "Mail first"), (Assert.Single(change.Events).Kind, change.Events[0].To));
        Assert.Null(DecisionRules.Finish(change.All, "m1#0", new Mark(Some.Worker, Some.Start)));
        Assert.Null(DecisionRules.Finish(change.All, "m1#7", new Mark(Some.Worker, Some.Start)));
    }

    [Fact]
    public void Settings_go_before_the_data()
    {
        var options = new ReminderOptions { Morning = new TimeOnly(7, 30), EscalateAfterDays = 3 };
        options.CheckpointHours.Add(2);
        options.CheckpointHours.Add(48);

        var policy = options.Over(ReminderPolicy.Default);

        Assert.Equal((new TimeOnly(7, 30), 3, ReminderPolicy.Default.StalledAfterDays), (policy.Morning, policy.EscalateAfterDays, policy.StalledAfterDays));
        Assert.Equal([48, 2], policy.CheckpointHours);
        Assert.Null(options.Problem());
        options.CheckpointHours.Add(0);
        Assert.Contains("Reminders:CheckpointHours", options.Problem(), StringComparison.Ordinal);
        Assert.Equal(ReminderPolicy.Default, new ReminderOptions().Over(ReminderPolicy.Default));
    }

    [Fact]
    public void A_task_of_adoption_is_told_like_any_other()
    {
        var task = new ChecklistItem("helper-teams", Due) { Owner = Some.Worker };
        var adoption = new AdoptionPlan(AdoptionStage.Prepare, Some.Start, [task, new ChecklistItem("sponsor", Due).Done(Some.Lead, Some.Start)]);

        Assert.Equal(["worker Adoption Due 2026-03-11"], Of(Some.Engagement(), "2026-03-09", adoption));
        var reminder = ReminderRules.Due(Some.Subject(Some.Engagement()) with { Adoption = adoption }, ReminderPolicy.Default, At("2026-03-10")).Soon[0].Reminder;
        Assert.True(Holds(adoption));
        Assert.False(Holds(adoption with { Items = [task.Done(Some.Worker, Some.Start)] }));
        bool Holds(AdoptionPlan now) => ReminderRules.Holds(reminder, Some.Worker.ObjectId, Some.Subject(Some.Engagement()) with { Adoption = now }, ReminderPolicy.Default);
    }

    private static IReadOnlyList<string> Of(Engagement engagement, string now, AdoptionPlan? adoption = null) =>
    [
        .. ReminderRules.Due(Some.Subject(engagement) with { Adoption = adoption }, ReminderPolicy.Default, At(now)).Soon.Select(to =>
            $"{to.Person.ObjectId} {(to.Reminder.Kind is ReminderKind.Item ? "" : to.Reminder.Kind + " ")}{to.Reminder.Stage} {to.Reminder.Day:yyyy-MM-dd}"),
    ];

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse(day + "T00:00Z", System.Globalization.CultureInfo.InvariantCulture);
}
