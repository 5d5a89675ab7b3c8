namespace FastTrackBot.Sandbox.Planner;

/// <summary>How much Planner holds, by its own code for "too much". Source: https://learn.microsoft.com/planner/planner-limits</summary>
internal sealed class PlannerLimits
{
    public const string Tasks = "MaximumTasksInProject";
    public const string ActiveTasks = "MaximumActiveTasksInProject";
    public const string Buckets = "MaximumBucketsInProject";
    public const string ChecklistItems = "MaximumChecklistItemsOnTask";
    public const string References = "MaximumReferencesOnTask";
    public const string Assignees = "MaximumAssigneesInTasks";

    private readonly Dictionary<string, int> _most = new()
    {
        [Tasks] = 9_000,
        [ActiveTasks] = 3_000,
        [Buckets] = 200,
        [ChecklistItems] = 20,
        [References] = 15,
        [Assignees] = 20,
    };

    public void Set(string limit, int most)
    {
        if (!_most.ContainsKey(limit))
            throw new ArgumentException($"There is no limit '{limit}'.", nameof(limit));
        _most[limit] = most;
    }

    /// <returns>The refusal; none while it still fits.</returns>
    public SandboxAnswer? Exceeded(string limit, int count) => count > _most[limit] ? new(403, Code: limit) : null;
}
