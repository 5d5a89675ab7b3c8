namespace FastTrackBot.FastTrack.Assessment.Rules;

public static class AssessmentRules
{
    /// <summary>What the results of a run, and what people answered, come to.</summary>
    public static TenantAssessment Judge(AssessmentMade made, IReadOnlyList<CheckResult> results, TenantAssessment? before, TenantAnswers answers)
    {
        IReadOnlyList<CheckOutcome> checks = [.. results.Select(result => result.Outcome)];
        var findings = Sort([.. results.SelectMany(result => result.Findings), .. StillThere(before, checks), .. AnswerRules.Find(answers.All)]);
        return new TenantAssessment(made.RunId, made.At, made.By, checks, findings, Compare(before, findings));
    }

    public static IReadOnlyList<Finding> Sort(IEnumerable<Finding> findings) =>
        [.. findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.CheckId, StringComparer.Ordinal).ThenBy(finding => finding.Id, StringComparer.Ordinal)];

    /// <summary>What a check found before and could not look at this time: as far as anybody knows it is still there.</summary>
    public static IEnumerable<Finding> StillThere(TenantAssessment? before, IReadOnlyList<CheckOutcome> checks)
    {
        var unseen = checks.Where(check => check.State != CheckState.Done).Select(check => check.CheckId).ToHashSet();
        return before?.Findings.Where(finding => unseen.Contains(finding.CheckId)) ?? [];
    }

    public static AssessmentChange? Compare(TenantAssessment? before, IReadOnlyList<Finding> findings)
    {
        if (before is null) return null;
        var (then, now) = (before.Findings.Select(finding => finding.Id).ToHashSet(), findings.Select(finding => finding.Id).ToHashSet());
        return new AssessmentChange(before.At, [.. now.Except(then)], [.. before.Findings.Where(finding => !now.Contains(finding.Id))]);
    }
}

/// <summary>Which run it was, when it ended, and who asked for it.</summary>
public sealed record AssessmentMade(string RunId, DateTimeOffset At, Person By);
