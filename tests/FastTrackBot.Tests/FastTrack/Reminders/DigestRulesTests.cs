using System.Globalization;
using FastTrackBot.FastTrack.Reminders;

namespace FastTrackBot.Tests.FastTrack.Reminders;

public sealed class DigestRulesTests
{
    private static readonly ReminderPolicy Policy = ReminderPolicy.Default;
    private static readonly Reminder First = new("e1", ReminderKind.Item, ReminderStage.Due, "a", new DateOnly(2026, 3, 11), new DateOnly(2026, 3, 11));

    [Theory]
    [InlineData("Europe/Amsterdam", "2026-03-27", "2026-03-27T08:00Z")]
    [InlineData("Europe/Amsterdam", "2026-03-30", "2026-03-30T07:00Z")] // the clocks were put forward on the 29th
    [InlineData("America/New_York", "2026-11-02", "2026-11-02T14:00Z")] // and back on the 1st
    [InlineData("Asia/Shanghai", "2026-03-11", "2026-03-11T01:00Z")]
    [InlineData("Asia/Shanghai", "2026-03-14", "2026-03-16T01:00Z")] // a Saturday
    [InlineData("Pacific/Kiritimati", "2026-03-11", "2026-03-10T19:00Z")]
    public void The_morning_is_the_persons_own(string zone, string day, string expected) => Assert.Equal(
        At(expected), DigestRules.NextMorning(Digest(First with { Day = DateOnly.Parse(day, CultureInfo.InvariantCulture) }), zone, At("2026-03-02T00:00Z"), new ReminderSettings(), Policy));

    [Fact]
    public void After_a_message_it_is_the_next_mornings_turn()
    {
        var told = Digest(First) with { LastSent = new DateOnly(2026, 3, 11) };
        Assert.Equal(At("2026-03-12T09:00Z"), DigestRules.NextMorning(told, "UTC", At("2026-03-11T09:00Z"), new ReminderSettings(), Policy));
        Assert.Null(DigestRules.NextMorning(Digest(), "UTC", At("2026-03-11T09:00Z"), new ReminderSettings(), Policy));
    }

    [Fact]
    public void People_choose_their_hour_outside_of_their_quiet_ones()
    {
        Assert.Equal(At("2026-03-11T14:30Z"), Next(new ReminderSettings { Morning = new TimeOnly(14, 30) }));
        Assert.Equal(At("2026-03-11T10:00Z"), Next(new ReminderSettings { QuietFrom = new TimeOnly(22, 0), QuietUntil = new TimeOnly(10, 0) }));
        static DateTimeOffset? Next(ReminderSettings settings) => DigestRules.NextMorning(Digest(First), "UTC", At("2026-03-11T00:00Z"), settings, Policy);
    }

    [Theory]
    [InlineData("2026-03-11T09:00", true)]
    [InlineData("2026-03-11T17:59", true)]
    [InlineData("2026-03-11T08:59", false)]
    [InlineData("2026-03-11T18:00", false)]
    [InlineData("2026-03-14T09:00", false)]
    public void A_late_message_still_comes_in_working_hours(string local, bool isTime) =>
        Assert.Equal(isTime, DigestRules.IsTime(Digest(First), DateTime.Parse(local, CultureInfo.InvariantCulture), new ReminderSettings(), Policy));

    [Fact]
    public void The_same_thing_is_never_there_twice()
    {
        var digest = DigestRules.Add(DigestRules.Add(Digest(), [First, First]), [First]);
        Assert.Single(digest.Waiting);

        var told = DigestRules.End(digest, [First], ReminderOutcome.Delivered, At("2026-03-11T09:00Z"), Policy);
        Assert.Empty(told.Waiting);
        Assert.Same(told, DigestRules.Add(told, [First]));
    }

    [Fact]
    public void What_somebody_has_noted_comes_no_more_and_what_is_snoozed_comes_again()
    {
        var told = DigestRules.End(Digest(First), [First], ReminderOutcome.Delivered, At("2026-03-11T09:00Z"), Policy);
        Assert.Equal([First], DigestRules.Shown(told));

        var noted = DigestRules.Acknowledge(told, First);
        Assert.Empty(DigestRules.Shown(noted));
        Assert.Empty(DigestRules.Add(noted, [First with { Stage = ReminderStage.Overdue }]).Waiting);
        Assert.Single(DigestRules.Add(noted, [First with { Date = First.Date.AddDays(3) }]).Waiting);

        var snoozed = DigestRules.Snooze(told, First, new DateOnly(2026, 3, 16));
        Assert.Empty(DigestRules.Shown(snoozed));
        Assert.Equal(At("2026-03-16T09:00Z"), DigestRules.NextMorning(snoozed with { LastSent = new DateOnly(2026, 3, 11) }, "UTC", At("2026-03-11T10:00Z"), new ReminderSettings(), Policy));
    }

    [Theory]
    [InlineData("2026-03-11T09:00Z", 24, "2026-03-10T09:00Z")]
    [InlineData("2026-03-11T07:30Z", 1, "2026-03-11T07:00Z")] // half past six is quiet
    [InlineData("2026-03-11T06:30Z", 1, null)] // and so is all of the time before the meeting
    [InlineData("2026-03-11T21:00Z", 24, "2026-03-11T07:00Z")]
    public void Before_a_meeting_the_quiet_hours_are_kept(string start, int hours, string? expected) =>
        Assert.Equal(expected is null ? null : At(expected), DigestRules.BeforeMeeting(At(start), hours, "UTC", new ReminderSettings(), Policy));

    private static Digest Digest(params IReadOnlyList<Reminder> waiting) => new(Some.Worker, waiting, []);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
