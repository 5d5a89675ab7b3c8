using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack;

/// <summary>The tasks that adoption begins with: data, with its source, not code.</summary>
public static class AdoptionTasks
{
    /// <summary>In place of a service: the task is there once for each service of the engagement.</summary>
    private const string EachService = "each";

    /// <summary>Between a task and the service that it is about.</summary>
    private const char Separator = '-';

    private static readonly IReadOnlyList<AdoptionTask> Tasks =
    [
        .. from section in EmbeddedData.Read("FastTrack/Data/adoption.json", AdoptionTaskJson.Default.AdoptionTaskFile).Sections
           from entry in section.Tasks
           select new AdoptionTask(entry.Id, section.Topic, section.Workload, entry.Stage, entry.DueAfterDays, section.Source),
    ];

    private static readonly Dictionary<string, AdoptionTask> ById = Tasks.ToDictionary(task => task.Id, StringComparer.Ordinal);

    public static IReadOnlyList<AdoptionTask> All => Tasks;

    /// <param name="itemId">Of an item, with or without the service that it is about.</param>
    /// <returns>Null where it is no task of adoption.</returns>
    public static AdoptionTask? Find(string itemId) => WorkloadOf(itemId) is { } workload && Workloads.Find(workload) is null
        ? null
        : ById.GetValueOrDefault(itemId.Split(Separator)[0]);

    /// <summary>The service that an item is about; null for what is done once.</summary>
    public static string? WorkloadOf(string itemId) => itemId.IndexOf(Separator, StringComparison.Ordinal) is >= 0 and var at ? itemId[(at + 1)..] : null;

    /// <summary>The open items of an adoption that begins on a day: what is done once, then each service's.</summary>
    public static IReadOnlyList<ChecklistItem> For(IReadOnlyList<string> workloads, DateOnly begin) =>
    [
        .. Tasks.Where(task => task.Workload is null).Select(task => Item(task, task.Id, begin)),
        .. from workload in workloads.Distinct()
           from task in Tasks
           where task.Workload is { } of && (of == EachService || of == workload)
           select Item(task, $"{task.Id}{Separator}{workload}", begin),
    ];

    private static ChecklistItem Item(AdoptionTask task, string id, DateOnly begin) => new(id, begin.AddDays(task.DueAfterDays));
}

/// <param name="Workload">The service that it is for, or <c>each</c>; null for what is done once.</param>
/// <param name="DueAfterDays">Calendar days after adoption began.</param>
/// <param name="Source">The document whose topic the task takes up; its words are ours.</param>
public sealed record AdoptionTask(string Id, AdoptionTopic Topic, string? Workload, AdoptionStage Stage, int DueAfterDays, Source Source);

internal sealed record AdoptionTaskFile(IReadOnlyList<AdoptionSection> Sections);

/// <summary>Tasks of the same topic, service and source.</summary>
internal sealed record AdoptionSection(AdoptionTopic Topic, Source Source, IReadOnlyList<AdoptionTaskEntry> Tasks, string? Workload = null);

internal sealed record AdoptionTaskEntry(string Id, AdoptionStage Stage, int DueAfterDays);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AdoptionTaskFile))]
internal sealed partial class AdoptionTaskJson : JsonSerializerContext;
