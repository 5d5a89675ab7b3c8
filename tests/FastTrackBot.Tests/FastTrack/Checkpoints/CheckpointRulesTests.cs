using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Checkpoints;

namespace FastTrackBot.Tests.FastTrack.Checkpoints;

public sealed class CheckpointRulesTests
{
    private const string Zone = "Europe/Amsterdam";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Alex = new("a", "Alex");
    private static readonly Engagement Contoso = new("e", "Contoso", "contoso.com", Phase.Assess, [], Alex, "r", "FT-1", Now, []);

    [Fact]
    public void Planned_anew_what_is_planned_moves_and_what_is_too_many_is_cancelled()
    {
        var first = Planned([], new DateOnly(2026, 3, 3), 4);
        var again = Planned(first.All, new DateOnly(2026, 3, 10), 2, DayOfWeek.Tuesday, "11:00");

        Assert.Equal(4, again.All.Count);
        Assert.Equal(["1 Planned 10 11", "2 Planned 17 11"], again.All.Where(one => one.IsAhead).Select(one => $"{one.Id} {one.State} {one.LocalStart:dd HH}"));
        Assert.Equal(["3", "4"], again.All.Where(one => one.State == CheckpointState.Cancelled).Select(one => one.Id));
        Assert.Equal("2, 2026-03-10 11:00 – 2026-03-17 11:00 (Europe/Amsterdam)", Assert.Single(again.Events).To);
    }

    [Fact]
    public void What_stays_at_its_time_stays_and_what_was_held_is_left_alone()
    {
        var first = Planned([], new DateOnly(2026, 3, 3), 2).All;
        var held = CheckpointRules.Hold(first, first[0], Alex, Now).All;

        var again = Planned(held, new DateOnly(2026, 3, 10), 3);

        Assert.Equal(["1 Held 03", "2 Planned 10", "3 Planned 17", "4 Planned 24"], again.All.Select(one => $"{one.Id} {one.State} {one.LocalStart:dd}"));
    }

    [Fact]
    public void A_move_and_a_cancellation_say_from_when_and_why()
    {
        var all = Planned([], new DateOnly(2026, 3, 3), 2).All;
        var moved = CheckpointRules.Move(all, all[0], new MeetingTime(new DateTime(2026, 3, 4, 9, 0, 0), all[0].Duration), Alex, Now, "outlook");
        var cancelled = CheckpointRules.Cancel(moved.All, moved.All[0], Alex, Now, "ill");

        Assert.Equal(("2026-03-03 10:00", "2026-03-04 09:00", "outlook"), (moved.Events[0].From, moved.Events[0].To, moved.Events[0].Through));
        Assert.Equal(CheckpointState.Moved, moved.All[0].State);
        Assert.Equal((EventKind.CheckpointCancelled, "2026-03-04 09:00", "ill"), (cancelled.Events[0].Kind, cancelled.Events[0].From, cancelled.Events[0].Why));
        Assert.Empty(CheckpointRules.Move(all, all[0], new MeetingTime(all[0].LocalStart, all[0].Duration), Alex, Now).Events);
    }

    [Fact]
    public void What_nobody_spoke_of_for_a_day_is_missed_and_can_still_be_said_to_have_been_held()
    {
        var all = Planned([], new DateOnly(2026, 3, 3), 2).All;

        Assert.Empty(CheckpointRules.Miss(all, all[0].End + TimeSpan.FromHours(23)).Events);
        var missed = CheckpointRules.Miss(all, all[0].End + TimeSpan.FromHours(24));
        Assert.Equal((EventKind.CheckpointMissed, all[0].Id), (Assert.Single(missed.Events).Kind, missed.Events[0].Subject));
        Assert.Equal([CheckpointState.Missed, CheckpointState.Planned], missed.All.Select(one => one.State));

        var captured = CheckpointRules.Capture(missed.All, missed.All[0], "We met", new Decision("Go", Alex, new DateOnly(2026, 4, 1)), Alex, Now);
        Assert.Equal([EventKind.CheckpointHeld, EventKind.MinutesTaken, EventKind.DecisionMade], captured.Events.Select(happened => happened.Kind));
        Assert.Equal((CheckpointState.Held, "We met", "Go"), (captured.All[0].State, captured.All[0].Minutes, captured.All[0].Decisions.Single().Text));
        Assert.Empty(CheckpointRules.Capture(captured.All, captured.All[0], "We met", null, Alex, Now).Events);
    }

    /// <summary>Whoever spoke since bot and calendar last agreed.</summary>
    [Theory]
    [InlineData(0, null, 0, "Planned", "Create")]
    [InlineData(0, 0, null, "Planned", "Adopt")]
    [InlineData(0, 0, 0, "Planned", "None")]
    [InlineData(1, 0, 0, "Moved", "ChangeEvent")]
    [InlineData(0, 1, 0, "Planned", "TakeMove")]
    [InlineData(1, 1, 0, "Moved", "Adopt")]
    [InlineData(1, 2, 0, "Moved", "ChangeEvent")]
    [InlineData(0, null, 0, "Planned*", "TakeCancellation")]
    [InlineData(0, 0, 0, "Cancelled", "CancelEvent")]
    [InlineData(0, null, 0, "Cancelled", "None")]
    [InlineData(0, 1, 0, "Held", "None")]
    [InlineData(0, 1, 0, "Missed", "None")]
    public void The_word_of_whoever_spoke_last_counts(int ours, int? theirs, int? agreed, string state, string expected)
    {
        var start = new DateTime(2026, 3, 3, 10, 0, 0);
        var half = TimeSpan.FromMinutes(30);
        // With a star the bot knows of an event that is gone; else one without an event there was never any.
        var known = agreed is not null && (theirs is not null || state.EndsWith('*'));
        var checkpoint = new Checkpoint("1", "e", CheckpointKind.Checkpoint, start.AddDays(ours), Zone, half)
        {
            State = Enum.Parse<CheckpointState>(state.TrimEnd('*')),
            Calendar = known ? new CalendarEntry("event", null, ZonedTime.At(start.AddDays(agreed!.Value), Zone), half) : null,
        };

        var seen = theirs is { } days ? new SeenEvent("event", null, null, ZonedTime.At(start.AddDays(days), Zone), half) : null;

        Assert.Equal(expected, CalendarRules.Settle(checkpoint, seen, Now).ToString());
    }

    [Theory]
    [InlineData("alex", "alex", "None")]
    [InlineData("alex megan", "alex", "ChangeEvent")]
    [InlineData("alex", "alex megan", "ChangeEvent")]
    [InlineData("alex", null, "None")]
    public void Who_is_invited_follows_the_checkpoint(string attendees, string? invited, string expected)
    {
        var start = new DateTime(2026, 3, 3, 10, 0, 0);
        var half = TimeSpan.FromMinutes(30);
        var checkpoint = new Checkpoint("1", "e", CheckpointKind.Checkpoint, start, Zone, half)
        {
            Attendees = PeopleOf(attendees)!,
            Calendar = new CalendarEntry("event", null, ZonedTime.At(start, Zone), half) { Invited = PeopleOf(invited) },
        };

        Assert.Equal(expected, CalendarRules.Settle(checkpoint, new SeenEvent("event", null, null, ZonedTime.At(start, Zone), half), Now).ToString());
        Assert.Equal("None", CalendarRules.Settle(checkpoint, new SeenEvent("event", null, null, ZonedTime.At(start, Zone), half), checkpoint.End).ToString());
    }

    [Fact]
    public void Who_left_the_team_is_not_expected_any_more()
    {
        var megan = new Person("megan", "Megan");
        var all = Planned([], new DateOnly(2026, 3, 3), 2).All.Select(one => one with { Attendees = [Alex, megan] }).ToList();

        Assert.All(CheckpointRules.Leave(all, Contoso, Now).All, one => Assert.Equal([Alex], one.Attendees));
        Assert.All(CheckpointRules.Leave(all, Contoso with { Team = [new Member(megan, Role.ProjectTeam)] }, Now).All, one => Assert.Equal([Alex, megan], one.Attendees));
    }

    private static IReadOnlyList<Person>? PeopleOf(string? names) => names is null ? null : [.. names.Split(' ').Select(name => new Person(name, name))];

    private static CheckpointChange Planned(IReadOnlyList<Checkpoint> all, DateOnly from, int count, DayOfWeek day = DayOfWeek.Tuesday, string time = "10:00")
    {
        var plan = new CheckpointPlan(CheckpointKind.Checkpoint, 1, day, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), Zone, TimeSpan.FromMinutes(30), from) { Count = count };
        var number = all.Count;
        return CheckpointRules.Plan(all, Contoso, new PlannedSeries(plan, SeriesRules.Of(plan, new HashSet<DateOnly>()), [Alex]), Alex, Now, () => $"{++number}");
    }
}
