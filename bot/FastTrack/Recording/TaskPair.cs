using FastTrackBot.Platform.Graph.Planner;

namespace FastTrackBot.FastTrack.Recording;

/// <summary>A task as it should be, as the two sides agreed on it last, and as it is. A date or an owner that a person changed in Planner stays, until it changes in the bot.</summary>
internal sealed class TaskPair(PlannedTask wanted, TaskNote note, PlannerTask task)
{
    public PlannedTask Wanted => wanted;

    public TaskNote Note => note;

    public PlannerTask Task => task;

    public SeenTask Seen { get; } = See(task);

    /// <summary>What is to be written as its state; null leaves it.</summary>
    public int? Percent { get; set; }

    public bool HasChange => Percent is not null || wanted.Due != note.Due || wanted.Owner != note.Owner;

    public PlannerTaskChange Change() => new()
    {
        PercentComplete = Percent,
        DueDateTime = wanted.Due == note.Due ? null : DueOf(wanted),
        Assignments = wanted.Owner == note.Owner ? null : Assignments(),
    };

    /// <summary>What both sides say once <see cref="Change"/> has arrived.</summary>
    public TaskNote Written() => new(task.Id, Percent is { } percent ? percent == PlannerTask.Done : Seen.Done, wanted.Due, wanted.Owner);

    public static SeenTask See(PlannerTask task) => new(task.PercentComplete == PlannerTask.Done, task.CompletedBy?.User?.Id, task.CompletedDateTime);

    public static TaskNote Noted(string id, PlannedTask wanted) => new(id, wanted.Done, wanted.Due, wanted.Owner);

    // Noon: the same day in nearly every time zone.
    public static DateTimeOffset DueOf(PlannedTask wanted) => new(wanted.Due, new TimeOnly(12, 0), TimeSpan.Zero);

    private Dictionary<string, PlannerAssignment?> Assignments()
    {
        var changes = new Dictionary<string, PlannerAssignment?>();
        if (note.Owner is { } before) changes[before] = null;
        if (wanted.Owner is { } now) changes[now] = new PlannerAssignment();
        return changes;
    }
}
