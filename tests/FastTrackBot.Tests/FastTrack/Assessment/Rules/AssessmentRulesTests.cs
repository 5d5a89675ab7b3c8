using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.FastTrack.Assessment.Rules;

namespace FastTrackBot.Tests.FastTrack.Assessment.Rules;

public sealed class AssessmentRulesTests
{
    private static readonly Person Alex = new("1", "Alex Wilber");
    private static readonly DateTimeOffset Then = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_assessment_is_compared_with_nothing()
    {
        var first = Judge(null, Result("spf", Found.Of("spfMissing", "contoso.example", "x")));

        Assert.Null(first.Change);
        Assert.Equal(["spfMissing:contoso.example"], first.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void What_is_new_gone_and_still_there()
    {
        var first = Judge(null, Result("spf", Found.Of("spfMissing", "a.example", "x"), Found.Of("spfMissing", "b.example", "x")));
        var second = Judge(first, Result("spf", Found.Of("spfMissing", "B.example", "x"), Found.Of("spfTwice", "a.example", "2")));

        Assert.Equal(Then, second.Change!.Since);
        Assert.Equal(["spfTwice:a.example"], second.Change.New);
        Assert.Equal(["spfMissing:a.example"], second.Change.Gone.Select(finding => finding.Id));
        Assert.Equal(["spfMissing:b.example", "spfTwice:a.example"], second.Findings.Select(finding => finding.Id));
    }

    [Theory]
    [InlineData(CheckState.Failed)]
    [InlineData(CheckState.NotPermitted)]
    public void A_check_that_could_not_be_made_takes_nothing_away(CheckState state)
    {
        var first = Judge(null, Result("spf", Found.Of("spfMissing", "a.example", "x")));
        var second = Judge(first, new CheckResult(new CheckOutcome("spf", state), []));
        var third = Judge(second, Result("spf"));

        Assert.Single(second.Findings);
        Assert.Empty(second.Change!.Gone);
        Assert.Empty(second.Change.New);
        Assert.Single(third.Change!.Gone);
    }

    [Fact]
    public void The_most_severe_comes_first()
    {
        var assessment = Judge(null, Result("a", Found.Of("msoid", "x")), Result("b", Found.Of("syncNever", "")), Result("c", Found.Of("dmarcMissing", "x")));

        Assert.Equal([Severity.Blocker, Severity.Warning, Severity.Advice], assessment.Findings.Select(finding => finding.Severity));
    }

    [Fact]
    public void What_people_say_is_to_be_done_is_found_until_they_say_otherwise()
    {
        var answers = TenantAnswers.None.With(new Answer("firewall", AnswerState.ToDo, "Lynne Robbins", Alex, Then)).With(new Answer("vpn", AnswerState.Fine, "", Alex, Then));

        var assessment = Judge(null, answers, Result("spf"));
        var applied = AnswerRules.Apply(assessment, answers.With(new Answer("firewall", AnswerState.Fine, "", Alex, Then)).All);

        var finding = Assert.Single(assessment.Findings);
        Assert.Equal(("answer:firewall", "Lynne Robbins"), (finding.Id, finding.Facts.Single()));
        Assert.Empty(applied.Findings);
    }

    private static TenantAssessment Judge(TenantAssessment? before, params CheckResult[] results) => Judge(before, TenantAnswers.None, results);

    private static TenantAssessment Judge(TenantAssessment? before, TenantAnswers answers, params CheckResult[] results) =>
        AssessmentRules.Judge(new AssessmentMade("run", Then, Alex), results, before, answers);

    private static CheckResult Result(string check, params Found[] found) =>
        new(new CheckOutcome(check, CheckState.Done), [.. found.Select(one => FindingKinds.Find(check, one))]);
}
