using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.FastTrack.Assessment.Rules;

namespace FastTrackBot.Tests.FastTrack.Assessment.Rules;

/// <summary>Synchronisation, security, mailboxes, incidents.</summary>
public sealed class OtherRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null, "")]
    [InlineData(false, 1, "syncOff")]
    [InlineData(false, null, "syncOff")]
    [InlineData(true, null, "syncNever")]
    [InlineData(true, 180, "")]
    [InlineData(true, 181, "syncStale 2026-03-02 04:59 3")]
    [InlineData(true, -60, "")]
    public void Synchronisation(bool? isOn, int? minutesAgo, string expected) => Assert.Equal(
        expected, Some.Told(SyncRules.Find(new SyncFacts(isOn, minutesAgo is { } minutes ? Now.AddMinutes(-minutes) : null), Now, 3)));

    [Theory]
    [InlineData(true, "", "")]
    [InlineData(false, "enabled", "")]
    [InlineData(false, "disabled enabled", "")]
    [InlineData(false, "", "signInUnprotected 0")]
    [InlineData(false, "disabled enabledForReportingButNotEnforced", "signInUnprotected 2")]
    public void Sign_ins(bool defaults, string policies, string expected) => Assert.Equal(
        expected, Some.Told(SecurityRules.FindSignIn(defaults, policies.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Theory]
    [InlineData(0, "globalAdminsFew 0 2")]
    [InlineData(1, "globalAdminsFew 1 2")]
    [InlineData(2, "")]
    [InlineData(4, "")]
    [InlineData(5, "globalAdminsMany 5 4")]
    public void Global_administrators(int count, string expected) => Assert.Equal(expected, Some.Told(SecurityRules.FindGlobalAdmins(count, 2, 4)));

    [Theory]
    [InlineData(50, 100, "")]
    [InlineData(49.96, 100, "secureScore 50 100 50")]
    [InlineData(12.34, 80, "secureScore 12.3 80 15")]
    [InlineData(0, 0, "")]
    public void The_score(double current, double maximum, string expected) =>
        Assert.Equal(expected, Some.Told(SecurityRules.FindScore(new ScoreFacts(current, maximum, []), 0.5, 3)));

    [Fact]
    public void What_brings_the_most_points_comes_first()
    {
        var score = new ScoreFacts(1, 100, [new("b", 2), new("done", 0), new("a", 2), new("most", 8.5), new("least", 1)]);

        Assert.Equal(["most (+8.5)", "a (+2)", "b (+2)"], SecurityRules.FindScore(score, 0.5, 3).Single().Examples);
    }

    [Theory]
    [InlineData("84/100 10/100", "")]
    [InlineData("85/100 10/100", "mailboxesFull 1 2 85 85 2026-02-27")]
    [InlineData("99/100 200/100 5/0", "mailboxesFull 2 2 85 200 2026-02-27")]
    [InlineData("", "")]
    public void Mailboxes(string mailboxes, string expected)
    {
        var all = mailboxes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('/'))
            .Select(parts => new Mailbox(long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(expected, Some.Told(MailboxRules.Find(new MailboxReport("2026-02-27", [.. all]), 0.85)));
    }

    [Fact]
    public void Each_incident_is_a_finding() => Assert.Equal(
        "incident Exchange Late mail 2026-03-02 08:00; incident Teams No calls ?",
        Some.Told(IncidentRules.Find([new Incident("TM2", "Teams", "No calls", null), new Incident("EX1", "Exchange", "Late mail", Now)])));
}
