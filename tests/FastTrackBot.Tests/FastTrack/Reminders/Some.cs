using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Reminders;

namespace FastTrackBot.Tests.FastTrack.Reminders;

/// <summary>People and engagements for the tests of reminders.</summary>
internal static class Some
{
    public static readonly Person Lead = new("lead", "Lea Lead");
    public static readonly Person Worker = new("worker", "Wim Worker");
    public static readonly Person Guide = new("guide", "Gus Guide");

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static Engagement Engagement(params IReadOnlyList<ChecklistItem> items) =>
        new("e1", "Contoso", "contoso.com", Phase.Assess, ["teams"], Lead, "r1", "FT-1", Start, items) { Team = [new Member(Worker, Role.ProjectTeam), new Member(Guide, Role.Specialist)] };

    public static ReminderSubject Subject(Engagement engagement) => new(engagement, null, []);

    public static ChecklistItem Item(DateOnly due, Person? owner = null, string id = "adminSignIn") => new(id, due, Phase: Phase.Assess) { Owner = owner };
}
