namespace FastTrackBot.FastTrack.Portfolio;

/// <summary>Where an engagement stands, for somebody who has a minute: progress, what is next, what is asked of whom.</summary>
internal static class ReportRules
{
    public static StatusReport Of(Engagement engagement, RemediationPlan? plan, DateOnly today)
    {
        var open = engagement.Checklist.Where(item => !item.IsDone).ToList();
        var next = open.Where(item => item.Blocked is null && item.Phase == engagement.Phase).OrderBy(item => item.Due).FirstOrDefault();
        return new StatusReport(
            PortfolioRules.HealthOf(engagement, today),
            [.. engagement.Checklist.GroupBy(item => Checklists.Find(item.Id)?.Workload ?? "").OrderBy(group => engagement.Workloads.ToList().IndexOf(group.Key))
                .Select(group => new WorkloadProgress(group.Key, group.Count(item => item.IsDone), group.Count()))],
            next is null ? null : new NextAction(next, next.Owner ?? engagement.Owner),
            [.. open.Where(item => item.Blocked is not null)],
            [.. (plan?.Open ?? []).Where(item => item.Finding.Severity == Severity.Blocker).OrderBy(item => item.Due)]);
    }
}

/// <param name="Blocked">Items that somebody has to clear the way for.</param>
/// <param name="Blockers">Findings that keep the services from being enabled.</param>
internal sealed record StatusReport(
    EngagementHealth Health, IReadOnlyList<WorkloadProgress> Progress, NextAction? Next, IReadOnlyList<ChecklistItem> Blocked, IReadOnlyList<RemediationItem> Blockers);

/// <param name="Workload">Its id; empty for what every engagement does.</param>
internal sealed record WorkloadProgress(string Workload, int Done, int Total);

internal sealed record NextAction(ChecklistItem Item, Person Owner);
