namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>What a meeting should talk about: what is in the way, what falls due, what still keeps the phase open.</summary>
internal static class AgendaRules
{
    /// <summary>What falls due in the next two weeks is worth a word.</summary>
    private const int DaysAhead = 14;

    /// <param name="conditions">What stands open before the phase can be left, in words.</param>
    public static Agenda Of(Engagement engagement, RemediationPlan? plan, IReadOnlyList<string> conditions, IReadOnlyList<Checkpoint> all, DateOnly day)
    {
        var open = engagement.Current.Where(item => !item.IsDone).ToList();
        return new Agenda(
            [.. open.Where(item => item.Blocked is not null)],
            [.. open.Where(item => item.Blocked is null && item.Due <= day.AddDays(DaysAhead)).OrderBy(item => item.Due)],
            [.. (plan?.Open ?? []).OrderByDescending(item => item.Finding.Severity).ThenBy(item => item.Due)],
            conditions,
            all.Where(one => one.State == CheckpointState.Held && DateOnly.FromDateTime(one.LocalStart) < day).OrderBy(one => one.Start).LastOrDefault()?.Decisions ?? []);
    }
}

/// <param name="Blocked">Items of the checklist that cannot be done at present.</param>
/// <param name="Due">Items that are overdue or fall due soon.</param>
/// <param name="Decisions">Of the meeting before, to be looked at again.</param>
internal sealed record Agenda(
    IReadOnlyList<ChecklistItem> Blocked, IReadOnlyList<ChecklistItem> Due, IReadOnlyList<RemediationItem> Remediation,
    IReadOnlyList<string> Conditions, IReadOnlyList<Decision> Decisions);
