namespace FastTrackBot.FastTrack.Adoption.Use;

/// <summary>Which milestones of use are reached, and how far the others are.</summary>
public static class MilestoneRules
{
    /// <summary>Every milestone with the service that it is measured by, in the order of the data.</summary>
    public static IReadOnlyList<MilestoneState> States(UseSeries series, IReadOnlyList<UseMilestone> milestones) => series.Last is not { } last
        ? []
        :
        [
            .. from milestone in milestones
               from service in last.Services
               where milestone.Workload is { } only ? service.Workload == only : service.Workload.Length > 0
               select new MilestoneState(
                   milestone, service, Needed(milestone, service),
                   series.Reached.FirstOrDefault(reached => reached.Milestone == milestone.Id && reached.Workload == service.Workload)?.On),
        ];

    /// <summary>Those that the last reading reaches for the first time.</summary>
    public static IReadOnlyList<MilestoneReached> Newly(UseSeries series, IReadOnlyList<UseMilestone> milestones) =>
    [
        .. States(series, milestones).Where(state => state.On is null && state.Service.Active >= state.Needed && state.Service.Licensed > 0)
            .Select(state => new MilestoneReached(state.Milestone.Id, state.Service.Workload, series.Last!.On)),
    ];

    /// <summary>Part of a person counts as one.</summary>
    private static int Needed(UseMilestone milestone, ServiceUse service) =>
        milestone.People ?? (int)Math.Ceiling(service.Licensed * (milestone.Percent ?? 0) / 100m);
}

/// <param name="Needed">So many people.</param>
/// <param name="On">When it was reached; null: it was not.</param>
public sealed record MilestoneState(UseMilestone Milestone, ServiceUse Service, int Needed, DateOnly? On);
