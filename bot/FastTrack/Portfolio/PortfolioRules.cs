namespace FastTrackBot.FastTrack.Portfolio;

/// <summary>Many engagements at a glance: how each is doing, which fit a filter, how many stand where.</summary>
internal static class PortfolioRules
{
    public static EngagementHealth HealthOf(Engagement engagement, DateOnly today) =>
        engagement.IsClosed ? EngagementHealth.Closed
        : engagement.Checklist.Any(item => !item.IsDone && item.Blocked is not null) ? EngagementHealth.Blocked
        : Overdue(engagement, today) > 0 ? EngagementHealth.Late
        : EngagementHealth.OnTrack;

    public static int Open(Engagement engagement) => engagement.Checklist.Count(item => !item.IsDone);

    public static int Overdue(Engagement engagement, DateOnly today) => engagement.Checklist.Count(item => !item.IsDone && item.Due < today);

    public static bool Fits(Engagement engagement, PortfolioFilter filter, DateOnly today) =>
        (filter.Phase is null || engagement.Phase == filter.Phase)
        && (string.IsNullOrEmpty(filter.Motion) || engagement.Motion == filter.Motion)
        && (filter.Health is null || HealthOf(engagement, today) == filter.Health)
        && (!filter.OverdueOnly || (!engagement.IsClosed && Overdue(engagement, today) > 0));

    /// <summary>How many stand in each phase, in the phases' order; closed ones stand in none.</summary>
    public static IReadOnlyList<(Phase Phase, int Count)> PhaseCounts(IEnumerable<Engagement> engagements) =>
        [.. engagements.Where(engagement => !engagement.IsClosed).GroupBy(engagement => engagement.Phase).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))];

    /// <summary>How many items stood open at a moment: those of the phases that had begun, without what was done by then.</summary>
    /// <param name="history">Of the engagement; it knows when each phase began.</param>
    public static int OpenAt(Engagement engagement, IReadOnlyList<EngagementEvent> history, DateTimeOffset moment) =>
        engagement.ClosedAt <= moment ? 0 : engagement.Checklist.Count(item =>
            BegunAt(engagement, history, item.Phase) <= moment && ((item.DoneAt ?? item.NotNeeded?.At) is not { } done || done > moment));

    private static DateTimeOffset BegunAt(Engagement engagement, IReadOnlyList<EngagementEvent> history, Phase phase) =>
        history.FirstOrDefault(happened => happened.Kind is EventKind.PhaseReached or EventKind.PhaseForced && happened.To == phase.ToString())?.At ?? engagement.StartedAt;
}

internal enum EngagementHealth
{
    OnTrack,
    Late,
    Blocked,
    Closed,
}

/// <summary>What somebody wants to see; null does not matter.</summary>
internal sealed record PortfolioFilter(Phase? Phase = null, string? Motion = null, EngagementHealth? Health = null, bool OverdueOnly = false, int Page = 1);
