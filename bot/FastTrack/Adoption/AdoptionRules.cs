namespace FastTrackBot.FastTrack.Adoption;

/// <summary>How adoption begins, is led from stage to stage, and how its tasks are done.</summary>
public static class AdoptionRules
{
    /// <summary>What success is, takes a few sentences; the card's input allows no more.</summary>
    public const int MaximumGoals = 500;

    public static AdoptionChange Begin(Engagement engagement, Person by, DateTimeOffset now) => new(
        new AdoptionPlan(AdoptionStage.Prepare, now, AdoptionTasks.For(engagement.Workloads, DateOnly.FromDateTime(now.UtcDateTime)))
        {
            Way = [new StageReached(AdoptionStage.Prepare, now)],
        },
        [new EngagementEvent(EventKind.AdoptionBegun, by, now, To: nameof(AdoptionStage.Prepare))]);

    /// <returns>Null in the last stage.</returns>
    public static AdoptionStage? Next(AdoptionStage stage) => stage == AdoptionStage.Sustain ? null : stage + 1;

    /// <returns>Null in the first stage.</returns>
    public static AdoptionStage? Before(AdoptionStage stage) => stage == AdoptionStage.Prepare ? null : stage - 1;

    /// <summary>Leads into the next stage. Open tasks stay open: adoption has no gate, as use does not wait for a list.</summary>
    public static AdoptionChange Advance(AdoptionPlan plan, Person by, DateTimeOffset now) => Enter(plan, Next(plan.Stage), EventKind.AdoptionStageReached, by, now);

    public static AdoptionChange Return(AdoptionPlan plan, Person by, DateTimeOffset now) => Enter(plan, Before(plan.Stage), EventKind.AdoptionStageReturned, by, now);

    /// <summary>The tasks that belong to a stage, and how many of them are done.</summary>
    public static (int Done, int All) Progress(AdoptionPlan plan, AdoptionStage stage) =>
        Progress(plan.Items.Where(item => AdoptionTasks.Find(item.Id)?.Stage == stage));

    /// <summary>The tasks of a service; null: those that are done once.</summary>
    public static (int Done, int All) Progress(AdoptionPlan plan, string? workload) => Progress(Of(plan, workload));

    /// <summary>The tasks of a service, or those that are done once, in the order of their days.</summary>
    public static IEnumerable<ChecklistItem> Of(AdoptionPlan plan, string? workload) =>
        plan.Items.Where(item => AdoptionTasks.WorkloadOf(item.Id) == workload).OrderBy(item => item.Due);

    /// <summary>Applies what a person changed on a card, and nothing else: what looks as it did was not touched, and may have been ticked by someone else since.</summary>
    /// <param name="shown">The items that the card had shown as done.</param>
    /// <param name="ticks">What it sends for each of its items.</param>
    public static AdoptionChange Tick(AdoptionPlan plan, IReadOnlySet<string> shown, IReadOnlyDictionary<string, bool> ticks, Person by, DateTimeOffset now)
    {
        List<EngagementEvent> events = [];
        var items = plan.Items.Select(item =>
        {
            if (!ticks.TryGetValue(item.Id, out var wanted) || wanted == shown.Contains(item.Id) || wanted == item.IsDone) return item;
            events.Add(new EngagementEvent(wanted ? EventKind.ItemDone : EventKind.ItemReopened, by, now, item.Id));
            return wanted ? item.Done(by, now) : item.Reopened();
        }).ToList();
        return new AdoptionChange(plan with { Items = items }, events);
    }

    /// <param name="owner">Null: whoever leads the engagement.</param>
    public static AdoptionChange Assign(AdoptionPlan plan, ChecklistItem item, Person? owner, DateOnly due, EngagementEvent stamp)
    {
        List<EngagementEvent> events = [];
        if (item.Owner != owner) events.Add(stamp with { Kind = EventKind.ItemAssigned, Subject = item.Id, From = item.Owner?.Name, To = owner?.Name });
        if (item.Due != due) events.Add(stamp with { Kind = EventKind.ItemMoved, Subject = item.Id, From = Days.Iso(item.Due), To = Days.Iso(due) });
        return new AdoptionChange(
            plan with { Items = [.. plan.Items.Select(other => other.Id == item.Id ? other with { Owner = owner, Due = due } : other)] }, events);
    }

    /// <param name="goals">Empty: there are none any more.</param>
    public static AdoptionChange SetGoals(AdoptionPlan plan, string? goals, Person by, DateTimeOffset now)
    {
        var clean = goals?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, MaximumGoals)] : null;
        return new AdoptionChange(
            plan with { Goals = clean },
            clean == plan.Goals ? [] : [new EngagementEvent(EventKind.AdoptionGoalsSet, by, now, From: plan.Goals, To: clean)]);
    }

    private static (int Done, int All) Progress(IEnumerable<ChecklistItem> items)
    {
        var all = items.ToList();
        return (all.Count(item => item.IsDone), all.Count);
    }

    private static AdoptionChange Enter(AdoptionPlan plan, AdoptionStage? to, EventKind kind, Person by, DateTimeOffset now) => to is not { } stage
        ? new AdoptionChange(plan, [])
        : new AdoptionChange(
            plan with
            {
                Stage = stage,
                StageSince = now,
                Way = plan.Way.Any(reached => reached.Stage == stage) ? plan.Way : [.. plan.Way, new StageReached(stage, now)],
            },
            [new EngagementEvent(kind, by, now, From: plan.Stage.ToString(), To: stage.ToString())]);
}
