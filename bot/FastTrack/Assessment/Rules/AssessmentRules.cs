namespace FastTrackBot.FastTrack.Assessment.Rules;

public static class AssessmentRules
{
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
