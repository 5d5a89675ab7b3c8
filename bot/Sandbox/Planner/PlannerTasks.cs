using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox.Planner;

/// <summary>Tasks, and their details: two resources with an etag each.</summary>
internal sealed class PlannerTasks(PlannerResources buckets, PlannerLimits limits, TimeProvider time)
{
    private const int Done = 100;
    private static readonly SandboxAnswer Invalid = new(400, Code: "");

    /// <summary>What a caller may set. The rest is Planner's own.</summary>
    private static readonly HashSet<string> Settable =
        ["planId", "bucketId", "title", "orderHint", "assigneePriority", "percentComplete", "priority", "startDateTime", "dueDateTime", "assignments"];

    private readonly PlannerResources _tasks = new("Task");
    private readonly PlannerResources _details = new("TaskDetails");

    public SandboxAnswer? Answer(SandboxCall call) => (call.Method, call.Segments[2..]) switch
    {
        ("POST", []) => Create(call.Fields),
        ("GET", [var id]) when _tasks.Find(id) is { } task => new(200, Copy(task)),
        ("PATCH", [var id]) when _tasks.Find(id) is { } task => Change(task, call),
        ("DELETE", [var id]) when _tasks.Find(id) is { } task => Delete(task, call),
        ("GET", [var id, "details"]) when _details.Find(id) is { } details => new(200, Copy(details)),
        ("PATCH", [var id, "details"]) when _details.Find(id) is { } details => ChangeDetails(id, details, call),
        _ => null,
    };

    public SandboxAnswer OfPlan(string planId) => SandboxAnswer.Page(_tasks.Of("planId", planId));

    public void RemovePlan(string planId)
    {
        foreach (var task in _tasks.Of("planId", planId).ToList())
            Remove(Id(task));
    }

    public bool Tick(string id, JsonObject somebody)
    {
        if (_tasks.Find(id) is not { } task)
            return false;
        Apply(task, new JsonObject { ["percentComplete"] = Done }, somebody);
        _tasks.Renew(task);
        return true;
    }

    private SandboxAnswer Create(JsonObject? body)
    {
        if (body?["title"] is not JsonValue || body["planId"] is not JsonValue planId || !IsValid(body))
            return Invalid;
        if (body["bucketId"] is JsonValue bucketId && !InPlan(bucketId, planId))
            return new(404, Code: "");
        var others = _tasks.Of("planId", planId.GetValue<string>()).ToList();
        if (TooMany(others, body) is { } refusal)
            return refusal;
        var task = new JsonObject { ["createdDateTime"] = SandboxApplication.Now(time), ["createdBy"] = SandboxApplication.Itself };
        foreach (var (name, value) in Defaults(others.Count))
            task[name] = value?.DeepClone();
        Apply(task, body, SandboxApplication.Itself);
        task["orderHint"] = OrderHint.Before(others.Count);
        _tasks.Add(task);
        _details.Add(new JsonObject { ["description"] = "", ["previewType"] = "automatic", ["references"] = new JsonObject(), ["checklist"] = new JsonObject() }, Id(task));
        return new(201, Copy(task));
    }

    private SandboxAnswer Change(JsonObject task, SandboxCall call)
    {
        if (_tasks.Refuses(task, call.Headers.IfMatch) is { } refusal)
            return refusal;
        if (call.Fields is not { } change || change.ContainsKey("planId") || !IsValid(change))
            return Invalid;
        if (change["bucketId"] is JsonValue bucketId && !InPlan(bucketId, task["planId"]!.AsValue()))
            return new(404, Code: "");
        var assignees = OpenType.Merge(task["assignments"], change["assignments"]).Count;
        if (limits.Exceeded(PlannerLimits.Assignees, assignees) is { } tooMany)
            return tooMany;
        Apply(task, change, SandboxApplication.Itself);
        _tasks.Renew(task);
        return call.Headers.WantsNewVersion ? new(200, Copy(task)) : SandboxAnswer.Done;
    }

    private SandboxAnswer Delete(JsonObject task, SandboxCall call)
    {
        if (_tasks.Refuses(task, call.Headers.IfMatch) is { } refusal)
            return refusal;
        Remove(Id(task));
        return SandboxAnswer.Done;
    }

    private SandboxAnswer ChangeDetails(string id, JsonObject details, SandboxCall call)
    {
        if (_details.Refuses(details, call.Headers.IfMatch) is { } refusal)
            return refusal;
        if (call.Fields is not { } change
            || !OpenType.IsValid(change["references"], "plannerExternalReference") || !OpenType.IsValid(change["checklist"], "plannerChecklistItem"))
            return Invalid;
        var (references, checklist) = (OpenType.Merge(details["references"], change["references"]), OpenType.Merge(details["checklist"], change["checklist"]));
        var tooMany = limits.Exceeded(PlannerLimits.References, references.Count) ?? limits.Exceeded(PlannerLimits.ChecklistItems, checklist.Count);
        if (tooMany is not null)
            return tooMany;
        foreach (var name in (ReadOnlySpan<string>)["description", "previewType"])
        {
            if (change.ContainsKey(name))
                details[name] = change[name]?.DeepClone();
        }

        (details["references"], details["checklist"]) = (references, checklist);
        _details.Renew(details);
        Summarise(_tasks.Find(id)!, details);
        return call.Headers.WantsNewVersion ? new(200, Copy(details)) : SandboxAnswer.Done;
    }

    /// <summary>What the task tells of its details; with it the task's own etag changes too.</summary>
    private void Summarise(JsonObject task, JsonObject details)
    {
        var items = details["checklist"]!.AsObject();
        task["hasDescription"] = !string.IsNullOrEmpty(details["description"]?.GetValue<string>());
        task["previewType"] = details["previewType"]?.DeepClone();
        task["referenceCount"] = details["references"]!.AsObject().Count;
        task["checklistItemCount"] = items.Count;
        task["activeChecklistItemCount"] = items.Count(item => item.Value?["isChecked"]?.GetValue<bool>() != true);
        _tasks.Renew(task);
    }

    private void Apply(JsonObject task, JsonObject change, JsonObject somebody)
    {
        foreach (var (name, value) in change.Where(member => Settable.Contains(member.Key)))
            task[name] = name == "assignments" ? OpenType.Merge(task[name], value) : value?.DeepClone();
        if (!change.ContainsKey("percentComplete"))
            return;
        var done = change["percentComplete"]?.GetValue<int>() == Done;
        task["completedBy"] = done ? somebody : null;
        task["completedDateTime"] = done ? SandboxApplication.Now(time) : null;
    }

    private SandboxAnswer? TooMany(List<JsonObject> others, JsonObject body) =>
        limits.Exceeded(PlannerLimits.Tasks, others.Count + 1)
        ?? limits.Exceeded(PlannerLimits.ActiveTasks, others.Count(task => task["percentComplete"]?.GetValue<int>() != Done) + 1)
        ?? limits.Exceeded(PlannerLimits.Assignees, (body["assignments"] as JsonObject)?.Count ?? 0);

    private static bool IsValid(JsonObject body) =>
        OpenType.IsValid(body["assignments"], "plannerAssignment")
        && body.All(member => Settable.Contains(member.Key))
        && (body["percentComplete"] is not { } percent || percent.GetValue<int>() is >= 0 and <= Done);

    private bool InPlan(JsonValue bucketId, JsonValue planId) =>
        buckets.Find(bucketId.GetValue<string>())?["planId"]?.GetValue<string>() == planId.GetValue<string>();

    private void Remove(string id)
    {
        _tasks.Remove(id);
        _details.Remove(id);
    }

    private static JsonObject Defaults(int count) => new()
    {
        ["orderHint"] = OrderHint.Before(count),
        ["assigneePriority"] = "",
        ["percentComplete"] = 0,
        ["priority"] = 5,
        ["startDateTime"] = null,
        ["dueDateTime"] = null,
        ["hasDescription"] = false,
        ["previewType"] = "automatic",
        ["completedDateTime"] = null,
        ["completedBy"] = null,
        ["referenceCount"] = 0,
        ["checklistItemCount"] = 0,
        ["activeChecklistItemCount"] = 0,
        ["appliedCategories"] = new JsonObject(),
        ["assignments"] = new JsonObject(),
    };

    private static JsonObject Copy(JsonObject resource) => resource.DeepClone().AsObject();

    private static string Id(JsonObject resource) => resource["id"]!.GetValue<string>();
}
