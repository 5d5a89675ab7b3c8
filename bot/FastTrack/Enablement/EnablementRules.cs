namespace FastTrackBot.FastTrack.Enablement;

public static class EnablementRules
{
    /// <summary>How many active people complete the enabling, by the dated rule in <c>Data/milestones.json</c>.</summary>
    public static int UsersNeeded(Engagement engagement, EnablementFacts? facts) =>
        Milestones.Completion.UsersNeeded(engagement.Seats ?? facts?.Bought ?? Milestones.Completion.BelowSeats);

    public static bool IsComplete(Engagement engagement, EnablementFacts? facts) => facts?.ActiveUsers >= UsersNeeded(engagement, facts);

    /// <summary>Each service with its required tasks of the phase Enable: done, and all.</summary>
    public static IReadOnlyList<Readiness> Services(Engagement engagement) =>
    [
        .. engagement.Workloads.Distinct().Select(workload =>
        {
            var tasks = engagement.Checklist
                .Where(item => item.Phase == Phase.Enable && Checklists.Find(item.Id) is { Required: true } entry && entry.Workload == workload).ToList();
            return new Readiness(workload, tasks.Count(task => task.IsDone), tasks.Count);
        }),
    ];

    /// <summary>The highest number of a report's days; null where it has none.</summary>
    public static (int Users, DateOnly Day)? BestDay(IEnumerable<(DateOnly Day, int Users)> days)
    {
        var all = days.ToList();
        return all.Count == 0 ? null : (all.Max(day => day.Users), all.Max(day => day.Day));
    }
}

/// <param name="Workload">Its id.</param>
public sealed record Readiness(string Workload, int Done, int All)
{
    public bool IsReady => All > 0 && Done == All;
}
