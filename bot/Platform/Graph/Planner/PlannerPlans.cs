namespace FastTrackBot.Platform.Graph.Planner;

/// <summary>
/// Plans of a group, their buckets and tasks. Permission: <c>Tasks.ReadWrite.All</c> (reading: <c>Tasks.Read.All</c>); without it
/// expect 403, and 403 with a code that begins with <c>Maximum</c> where a limit of Planner is reached. Nothing protects from
/// creating twice: after no answer, list first. Each change needs the etag of its very resource; expect 409 or 412 where it was
/// changed meanwhile, and read it again.
/// </summary>
public sealed class PlannerPlans(GraphClient graph)
{
    /// <exception cref="GraphException"/>
    public IAsyncEnumerable<PlannerPlan> ListPlansAsync(string groupId, CancellationToken ct) =>
        graph.ListAsync($"/groups/{GraphPath.Segment(groupId)}/planner/plans", PlannerJson.Default.PlanPage, ct);

    /// <summary>Expect 404: somebody deleted it.</summary>
    /// <exception cref="GraphException"/>
    public Task<PlannerPlan> GetPlanAsync(string planId, CancellationToken ct) =>
        graph.GetAsync(PathOf("plans", planId), PlannerJson.Default.PlannerPlan, ct);

    /// <summary>Makes a plan in a group. Expect 404: there is no such group.</summary>
    /// <exception cref="GraphException"/>
    public Task<PlannerPlan> CreatePlanAsync(string groupId, string title, CancellationToken ct)
    {
        var group = graph.AddressOf("/groups/" + GraphPath.Segment(groupId));
        return graph.SendAsync(
            GraphRequest.Post("/planner/plans", new NewPlannerPlan(title, new(group.AbsoluteUri)), PlannerJson.Default.NewPlannerPlan),
            PlannerJson.Default.PlannerPlan, ct);
    }

    /// <summary>Expect 404: somebody deleted the plan.</summary>
    /// <exception cref="GraphException"/>
    public IAsyncEnumerable<PlannerBucket> ListBucketsAsync(string planId, CancellationToken ct) =>
        graph.ListAsync(PathOf("plans", planId) + "/buckets", PlannerJson.Default.BucketPage, ct);

    /// <summary>Makes a bucket in front of those that are there: make the last one first. A plan holds 200.</summary>
    /// <exception cref="GraphException"/>
    public Task<PlannerBucket> CreateBucketAsync(string planId, string name, CancellationToken ct) =>
        graph.SendAsync(
            GraphRequest.Post("/planner/buckets", new NewPlannerBucket(planId, name, " !"), PlannerJson.Default.NewPlannerBucket),
            PlannerJson.Default.PlannerBucket, ct);

    /// <summary>All tasks of a plan; compare their etags to see what changed. Expect 404: somebody deleted the plan.</summary>
    /// <exception cref="GraphException"/>
    public IAsyncEnumerable<PlannerTask> ListTasksAsync(string planId, CancellationToken ct) =>
        graph.ListAsync(PathOf("plans", planId) + "/tasks", PlannerJson.Default.TaskPage, ct);

    /// <summary>Expect 404: somebody deleted it.</summary>
    /// <exception cref="GraphException"/>
    public Task<PlannerTask> GetTaskAsync(string taskId, CancellationToken ct) =>
        graph.GetAsync(PathOf("tasks", taskId), PlannerJson.Default.PlannerTask, ct);

    /// <exception cref="GraphException"/>
    public Task<PlannerTask> CreateTaskAsync(NewPlannerTask task, CancellationToken ct) =>
        graph.SendAsync(GraphRequest.Post("/planner/tasks", task, PlannerJson.Default.NewPlannerTask), PlannerJson.Default.PlannerTask, ct);

    /// <summary>Makes many tasks in few journeys; one that fails does not stop the others.</summary>
    /// <returns>In the order of <paramref name="tasks"/>; read each with <see cref="ReadTask"/>.</returns>
    public Task<IReadOnlyList<GraphBatchAnswer>> CreateTasksAsync(IEnumerable<NewPlannerTask> tasks, CancellationToken ct) =>
        graph.BatchAsync([.. tasks.Select(task => GraphRequest.Post("/planner/tasks", task, PlannerJson.Default.NewPlannerTask))], ct);

    /// <exception cref="GraphException">It was not made, or not changed.</exception>
    public static PlannerTask ReadTask(GraphBatchAnswer answer) => answer.Read(PlannerJson.Default.PlannerTask);

    /// <returns>The task as it is now, with its new etag.</returns>
    /// <exception cref="GraphException"/>
    public Task<PlannerTask> UpdateTaskAsync(string taskId, PlannerTaskChange change, string etag, CancellationToken ct) =>
        graph.SendAsync(Update(taskId, change, etag), PlannerJson.Default.PlannerTask, ct);

    /// <summary>Changes many tasks in few journeys; one that fails does not stop the others.</summary>
    /// <returns>In the order of <paramref name="changes"/>; read each with <see cref="ReadTask"/>.</returns>
    /// <exception cref="GraphException"/>
    public Task<IReadOnlyList<GraphBatchAnswer>> UpdateTasksAsync(
        IEnumerable<(string TaskId, PlannerTaskChange Change, string ETag)> changes, CancellationToken ct) =>
        graph.BatchAsync([.. changes.Select(change => Update(change.TaskId, change.Change, change.ETag))], ct);

    /// <summary>Right after the task was made its details may still be answered with 404.</summary>
    /// <exception cref="GraphException"/>
    public Task<PlannerTaskDetails> GetDetailsAsync(string taskId, CancellationToken ct) =>
        graph.GetAsync(PathOf("tasks", taskId) + "/details", PlannerJson.Default.PlannerTaskDetails, ct);

    /// <param name="etag">Of the details: the task's own is refused.</param>
    /// <returns>The details as they are now, with their new etag.</returns>
    /// <exception cref="GraphException"/>
    public Task<PlannerTaskDetails> UpdateDetailsAsync(string taskId, PlannerTaskDetailsChange change, string etag, CancellationToken ct) =>
        graph.SendAsync(
            Change(GraphRequest.Patch(PathOf("tasks", taskId) + "/details", change, PlannerJson.Default.PlannerTaskDetailsChange), etag),
            PlannerJson.Default.PlannerTaskDetails, ct);

    private static GraphRequest Update(string taskId, PlannerTaskChange change, string etag) =>
        Change(GraphRequest.Patch(PathOf("tasks", taskId), change, PlannerJson.Default.PlannerTaskChange), etag);

    // Without the preference a change is answered with nothing, and the next one would have no etag.
    private static GraphRequest Change(GraphRequest request, string etag) => request with { IfMatch = etag, Prefer = "return=representation" };

    private static string PathOf(string kind, string id) => $"/planner/{kind}/{GraphPath.Segment(id)}";
}
