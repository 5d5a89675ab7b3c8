using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox.Planner;

/// <summary>Planner of the make-believe tenant: the plans of one group. Planner's errors carry an empty code, but for its limits.</summary>
internal sealed class SandboxPlanner
{
    private static readonly SandboxAnswer NotThere = new(404, Code: "");
    private static readonly SandboxAnswer Invalid = new(400, Code: "");

    private readonly Lock _gate = new();
    private readonly PlannerResources _plans = new("Plan");
    private readonly PlannerResources _buckets = new("Bucket");
    private readonly PlannerTasks _tasks;
    private readonly SandboxPermissions _permissions;
    private readonly TimeProvider _time;

    public SandboxPlanner(SandboxPermissions permissions, TimeProvider time)
    {
        (_permissions, _time) = (permissions, time);
        _tasks = new(_buckets, Limits, time);
    }

    public PlannerLimits Limits { get; } = new();

    /// <returns>None where the path is not Planner's.</returns>
    public SandboxAnswer? Answer(SandboxCall call)
    {
        if (call.Segments is not (["planner", ..] or ["groups", _, "planner", ..]))
            return null;
        if (!_permissions.Has(SandboxPermissions.Tasks))
            return new(403, Code: "");
        lock (_gate)
            return Route(call) ?? NotThere;
    }

    /// <summary>Somebody ticks a task off. The history then names that person, where it names the application otherwise.</summary>
    /// <returns>False where there is no such task.</returns>
    public bool Tick(string taskId, string personId)
    {
        lock (_gate)
            return _tasks.Tick(taskId, SandboxApplication.Person(personId));
    }

    public bool DeletePlan(string id)
    {
        lock (_gate)
        {
            if (!_plans.Remove(id))
                return false;
            foreach (var bucket in _buckets.Of("planId", id).ToList())
                _buckets.Remove(Id(bucket));
            _tasks.RemovePlan(id);
            return true;
        }
    }

    private SandboxAnswer? Route(SandboxCall call) => (call.Method, call.Segments) switch
    {
        ("GET", ["groups", SandboxPeople.TeamGroup, "planner", "plans"]) => SandboxAnswer.Page(_plans.All),
        ("POST", ["planner", "plans"]) => CreatePlan(call.Fields),
        (var method, ["planner", "plans", var id, .. var rest]) when _plans.Find(id) is { } plan => Plan(method, plan, rest, call),
        ("POST", ["planner", "buckets"]) => CreateBucket(call.Fields),
        ("GET", ["planner", "buckets", var id]) when _buckets.Find(id) is { } bucket => new(200, Copy(bucket)),
        (_, ["planner", "tasks", ..]) => _tasks.Answer(call),
        _ => null,
    };

    private SandboxAnswer? Plan(string method, JsonObject plan, string[] rest, SandboxCall call) => (method, rest) switch
    {
        ("GET", []) => new(200, Copy(plan)),
        ("DELETE", []) => _plans.Refuses(plan, call.Headers.IfMatch) ?? (DeletePlan(Id(plan)) ? SandboxAnswer.Done : null),
        ("GET", ["buckets"]) => SandboxAnswer.Page(_buckets.Of("planId", Id(plan))),
        ("GET", ["tasks"]) => _tasks.OfPlan(Id(plan)),
        _ => null,
    };

    private SandboxAnswer CreatePlan(JsonObject? body)
    {
        if (body?["title"] is not JsonValue title || body["container"]?["url"] is not JsonValue container)
            return Invalid;
        var url = container.GetValue<string>();
        if (!url.EndsWith("/groups/" + SandboxPeople.TeamGroup, StringComparison.Ordinal))
            return NotThere;
        return new(201, Copy(_plans.Add(new JsonObject
        {
            ["title"] = title.DeepClone(),
            ["owner"] = SandboxPeople.TeamGroup,
            ["createdDateTime"] = SandboxApplication.Now(_time),
            ["createdBy"] = SandboxApplication.Itself,
            ["container"] = new JsonObject { ["containerId"] = SandboxPeople.TeamGroup, ["type"] = "group", ["url"] = url },
        })));
    }

    private SandboxAnswer CreateBucket(JsonObject? body)
    {
        if (body?["name"] is not JsonValue name || body["planId"] is not JsonValue planId)
            return Invalid;
        if (_plans.Find(planId.GetValue<string>()) is not { } plan)
            return NotThere;
        var count = _buckets.Of("planId", Id(plan)).Count();
        return Limits.Exceeded(PlannerLimits.Buckets, count + 1) ?? new(201, Copy(_buckets.Add(new JsonObject
        {
            ["name"] = name.DeepClone(),
            ["planId"] = Id(plan),
            ["orderHint"] = OrderHint.Before(count),
        })));
    }

    private static JsonObject Copy(JsonObject resource) => resource.DeepClone().AsObject();

    private static string Id(JsonObject resource) => resource["id"]!.GetValue<string>();
}
