using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Planner;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Platform.Graph.Planner;

/// <summary>Plans, buckets and tasks at the make-believe tenant; each exchange is held against Microsoft's description as well.</summary>
public sealed class PlannerPlansTests : IAsyncLifetime
{
    private GraphAtSandbox _graph = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PlannerPlans Plans => _graph.Get<PlannerPlans>();

    public async ValueTask InitializeAsync() => _graph = await GraphAtSandbox.StartAsync();

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Fact]
    public async Task A_plan_is_made_in_the_group()
    {
        var made = await Plans.CreatePlanAsync(SandboxPeople.TeamGroup, "Onboarding", Ct);

        Assert.Equal(made, Assert.Single(await Plans.ListPlansAsync(SandboxPeople.TeamGroup, Ct).ToListAsync(Ct)));
        Assert.Equal(made, await Plans.GetPlanAsync(made.Id, Ct));
        Assert.EndsWith("/groups/" + SandboxPeople.TeamGroup, made.Container!.Url, StringComparison.Ordinal);
        Assert.Equal(28, made.Id.Length);
        Assert.True((await Assert.ThrowsAsync<GraphException>(() => Plans.CreatePlanAsync("no-group", "x", Ct))).IsNotFound);
    }

    [Fact]
    public async Task A_later_bucket_stands_in_front()
    {
        var plan = await Plans.CreatePlanAsync(SandboxPeople.TeamGroup, "Onboarding", Ct);
        var last = await Plans.CreateBucketAsync(plan.Id, "Adopt", Ct);
        var first = await Plans.CreateBucketAsync(plan.Id, "Assess", Ct);

        var names = (await Plans.ListBucketsAsync(plan.Id, Ct).ToListAsync(Ct)).OrderBy(bucket => bucket.OrderHint, StringComparer.Ordinal).Select(bucket => bucket.Name);

        Assert.Equal(["Assess", "Adopt"], names);
        Assert.NotEqual(first.ETag, last.ETag);
    }

    [Fact]
    public async Task A_task_is_made_changed_and_answered_with_its_new_version()
    {
        var (plan, bucket) = await BoardAsync();
        var due = new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

        var made = await Plans.CreateTaskAsync(new(plan, bucket, "Verify the domain") { DueDateTime = due, Priority = 3, Assignments = To(SandboxPeople.Admin) }, Ct);
        var changed = await Plans.UpdateTaskAsync(
            made.Id, new() { Assignments = new Dictionary<string, PlannerAssignment?> { [SandboxPeople.ProjectMember] = new(), [SandboxPeople.Admin] = null } }, made.ETag!, Ct);

        Assert.Equal(("Verify the domain", 0, due), (made.Title, made.PercentComplete, made.DueDateTime));
        Assert.Equal(SandboxPeople.Admin, Assert.Single(made.Assignments!).Key);
        Assert.Equal(SandboxPeople.ProjectMember, Assert.Single(changed.Assignments!).Key);
        Assert.True(string.CompareOrdinal(changed.ETag, made.ETag) > 0);
        Assert.Equal(changed.ETag, Assert.Single(await Plans.ListTasksAsync(plan, Ct).ToListAsync(Ct)).ETag);
    }

    [Fact]
    public async Task Whoever_ticks_a_task_is_named()
    {
        var (plan, bucket) = await BoardAsync();
        var ours = await Plans.CreateTaskAsync(new(plan, bucket, "ours"), Ct);
        var theirs = await Plans.CreateTaskAsync(new(plan, bucket, "theirs"), Ct);

        ours = await Plans.UpdateTaskAsync(ours.Id, new() { PercentComplete = PlannerTask.Done }, ours.ETag!, Ct);
        _graph.Sandbox.TickTask(theirs.Id, SandboxPeople.ProjectMember);
        var ticked = await Plans.GetTaskAsync(theirs.Id, Ct);

        Assert.Equal((null, SandboxPeople.BotAppId), (ours.CompletedBy!.User, ours.CompletedBy.Application!.Id));
        Assert.Equal((SandboxPeople.ProjectMember, 100), (ticked.CompletedBy!.User!.Id, ticked.PercentComplete));
        Assert.NotNull(ticked.CompletedDateTime);
        Assert.True((await Assert.ThrowsAsync<GraphException>(() => Plans.UpdateTaskAsync(theirs.Id, new() { Title = "x" }, theirs.ETag!, Ct))).IsConflict);
        var open = await Plans.UpdateTaskAsync(theirs.Id, new() { PercentComplete = 0 }, ticked.ETag!, Ct);
        Assert.Equal((null, null), (open.CompletedBy, open.CompletedDateTime));
    }

    [Fact]
    public async Task A_task_can_be_ticked_from_outside_too()
    {
        var (plan, bucket) = await BoardAsync();
        var task = await Plans.CreateTaskAsync(new(plan, bucket, "a"), Ct);
        using var http = new HttpClient();

        using var ticked = await http.PostAsync(Tick(task.Id), null, Ct);
        using var unknown = await http.PostAsync(Tick("nothing"), null, Ct);

        Assert.Equal((204, 404), ((int)ticked.StatusCode, (int)unknown.StatusCode));
        Assert.Equal(SandboxPeople.Admin, (await Plans.GetTaskAsync(task.Id, Ct)).CompletedBy!.User!.Id);
    }

    [Fact]
    public async Task Details_have_an_etag_of_their_own_and_are_merged_by_key()
    {
        var (plan, bucket) = await BoardAsync();
        var task = await Plans.CreateTaskAsync(new(plan, bucket, "a"), Ct);
        var key = PlannerReference.KeyOf(new Uri("https://learn.microsoft.com/a?b=1#c"));
        var details = await Plans.GetDetailsAsync(task.Id, Ct);

        details = await Plans.UpdateDetailsAsync(
            task.Id,
            new()
            {
                Description = "how",
                References = new Dictionary<string, PlannerReference?> { [key] = new("Guide") },
                Checklist = new Dictionary<string, PlannerChecklistItem?> { ["1"] = new("one", false), ["2"] = new("two", true) },
            },
            details.ETag!, Ct);
        var merged = await Plans.UpdateDetailsAsync(task.Id, new() { Checklist = new Dictionary<string, PlannerChecklistItem?> { ["1"] = null } }, details.ETag!, Ct);
        var wrongEtag = await Assert.ThrowsAsync<GraphException>(() => Plans.UpdateDetailsAsync(task.Id, new() { Description = "x" }, task.ETag!, Ct));

        Assert.Equal("https%3A//learn%2Emicrosoft%2Ecom/a?b=1%23c", Assert.Single(merged.References!).Key);
        Assert.Equal(("how", "two"), (merged.Description, Assert.Single(merged.Checklist!).Value.Title));
        Assert.Equal((412, null), (wrongEtag.Status, wrongEtag.Code));
        Assert.NotEqual(task.ETag, (await Plans.GetTaskAsync(task.Id, Ct)).ETag);
    }

    [Theory]
    [InlineData("*", 412)]
    [InlineData("W/\"Plan-0000000001\"", 412)]
    [InlineData("W/\"Task-0000000000\"", 409)]
    public async Task An_etag_that_is_not_the_tasks_newest_is_refused(string etag, int status)
    {
        var (plan, bucket) = await BoardAsync();
        var task = await Plans.CreateTaskAsync(new(plan, bucket, "a"), Ct);

        var failure = await Assert.ThrowsAsync<GraphException>(() => Plans.UpdateTaskAsync(task.Id, new() { Title = "b" }, etag, Ct));

        Assert.Equal((status, true), (failure.Status, failure.IsConflict));
    }

    [Fact]
    public async Task A_change_without_any_etag_is_refused()
    {
        var (plan, bucket) = await BoardAsync();
        var task = await Plans.CreateTaskAsync(new(plan, bucket, "a"), Ct);
        _graph.Sandbox.Tolerant = true;

        var bare = GraphRequest.Patch($"/planner/tasks/{task.Id}", new() { Title = "b" }, PlannerJson.Default.PlannerTaskChange);

        Assert.Equal(412, (await Assert.ThrowsAsync<GraphException>(() => _graph.Client.SendAsync(bare, Ct))).Status);
    }

    [Fact]
    public async Task Limits_have_codes()
    {
        var (plan, bucket) = await BoardAsync();
        _graph.Sandbox.SetPlannerLimit("MaximumBucketsInProject", 1);
        _graph.Sandbox.SetPlannerLimit("MaximumTasksInProject", 1);
        var task = await Plans.CreateTaskAsync(new(plan, bucket, "a"), Ct);
        var details = await Plans.GetDetailsAsync(task.Id, Ct);
        var many = Enumerable.Range(0, 21).ToDictionary(i => $"{i}", i => (PlannerChecklistItem?)new PlannerChecklistItem($"{i}", false));

        await RefusedAsync("MaximumBucketsInProject", Plans.CreateBucketAsync(plan, "b", Ct));
        await RefusedAsync("MaximumTasksInProject", Plans.CreateTaskAsync(new(plan, bucket, "b"), Ct));
        await RefusedAsync("MaximumChecklistItemsOnTask", Plans.UpdateDetailsAsync(task.Id, new() { Checklist = many }, details.ETag!, Ct));
    }

    [Fact]
    public async Task A_deleted_plan_takes_everything_with_it()
    {
        var (plan, bucket) = await BoardAsync();
        var task = await Plans.CreateTaskAsync(new(plan, bucket, "a"), Ct);
        _graph.Sandbox.DeletePlan(plan);

        Assert.True((await Assert.ThrowsAsync<GraphException>(() => Plans.GetTaskAsync(task.Id, Ct))).IsNotFound);
        Assert.True((await Assert.ThrowsAsync<GraphException>(async () => await Plans.ListTasksAsync(plan, Ct).ToListAsync(Ct))).IsNotFound);
        Assert.Empty(await Plans.ListPlansAsync(SandboxPeople.TeamGroup, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_withdrawn_permission_closes_Planner()
    {
        _graph.Sandbox.WithdrawPermission("Tasks.ReadWrite.All");

        var failure = await Assert.ThrowsAsync<GraphException>(() => Plans.CreatePlanAsync(SandboxPeople.TeamGroup, "x", Ct));

        Assert.Equal((true, null), (failure.IsForbidden, failure.Code));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Turned_away_a_task_is_not_made_by_itself_again(int status)
    {
        var (plan, bucket) = await BoardAsync();
        _graph.Sandbox.Fault(new("/planner/tasks", status, RetryAfter: 0, Times: 1, Method: "POST"));

        var failure = await Assert.ThrowsAsync<GraphException>(() => Plans.CreateTaskAsync(new(plan, bucket, "a"), Ct));

        Assert.Equal((status, TimeSpan.Zero), (failure.Status, failure.RetryAfter));
        Assert.Empty(await Plans.ListTasksAsync(plan, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_batch_makes_what_it_can()
    {
        var (plan, bucket) = await BoardAsync();
        _graph.Sandbox.SetPlannerLimit("MaximumTasksInProject", 22);
        // The tenant works backwards: of the second journey's tasks, 21 to 25, it takes the last two.
        var answers = await Plans.CreateTasksAsync(Enumerable.Range(1, 25).Select(i => new NewPlannerTask(plan, bucket, $"{i}")), Ct);

        Assert.Equal(22, answers.Count(answer => answer.Failure is null));
        Assert.Equal("1", PlannerPlans.ReadTask(answers[0]).Title);
        Assert.All(answers.Skip(20).Take(3), answer => Assert.Equal("MaximumTasksInProject", answer.Failure!.Code));
        Assert.Equal(22, (await Plans.ListTasksAsync(plan, Ct).ToListAsync(Ct)).Count);
        Assert.Equal(2, _graph.Sandbox.Requests.Count(request => request.Path == "/$batch"));
    }

    [Fact]
    public async Task A_fault_meets_a_call_inside_a_batch()
    {
        var (plan, bucket) = await BoardAsync();
        var task = await Plans.CreateTaskAsync(new(plan, bucket, "a"), Ct);
        _graph.Sandbox.Fault(new($"/planner/tasks/{task.Id}", 429, RetryAfter: 0, Times: 1));

        var answers = await _graph.Client.BatchAsync([GraphRequest.Get($"/planner/tasks/{task.Id}"), GraphRequest.Get($"/planner/plans/{plan}")], Ct);

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(2, _graph.Sandbox.Requests.Count(request => request.Path == "/$batch"));
    }

    private Uri Tick(string taskId) => new(_graph.Sandbox.Address, $"/sandbox/planner/tasks/{taskId}/tick?person={SandboxPeople.Admin}");

    private static async Task RefusedAsync(string code, Task call)
    {
        var failure = await Assert.ThrowsAsync<GraphException>(() => call);
        Assert.Equal((403, code), (failure.Status, failure.Code));
    }

    private async Task<(string Plan, string Bucket)> BoardAsync()
    {
        var plan = await Plans.CreatePlanAsync(SandboxPeople.TeamGroup, "Onboarding", Ct);
        return (plan.Id, (await Plans.CreateBucketAsync(plan.Id, "Assess", Ct)).Id);
    }

    private static Dictionary<string, PlannerAssignment> To(string person) => new() { [person] = new() };
}
