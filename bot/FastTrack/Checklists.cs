using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack;

/// <summary>The checklists that an engagement's phases begin with: data, with its source, not code.</summary>
public static class Checklists
{
    private static readonly Dictionary<string, ChecklistEntry> ById =
        EmbeddedData.Read("FastTrack/Data/checklists.json", ChecklistJson.Default.ChecklistFile).Checklists
            .SelectMany(list => list.Items.Select(task => new ChecklistEntry(task.Id, list.Phase, list.Workload, task.DueAfterDays, task.Required, list.Source)))
            .ToDictionary(entry => entry.Id, StringComparer.Ordinal);

    public static IReadOnlyCollection<ChecklistEntry> All => ById.Values;

    public static ChecklistEntry? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The open items of a phase that begins on a day: the core ones, then each workload's; of each what is due first comes first.</summary>
    public static IReadOnlyList<ChecklistItem> For(Phase phase, IReadOnlyList<string> workloads, DateOnly begin)
    {
        var tasks = All.Where(entry => entry.Phase == phase).OrderBy(entry => entry.DueAfterDays).ToLookup(entry => entry.Workload ?? "");
        return [.. workloads.Distinct().Prepend("").SelectMany(workload => tasks[workload]).Select(task => new ChecklistItem(task.Id, begin.AddDays(task.DueAfterDays)))];
    }
}

/// <summary>A task of a phase.</summary>
/// <param name="Workload">The service that it belongs to; null for what every engagement does: tenant, identity, network, domains, adoption.</param>
/// <param name="DueAfterDays">Calendar days after the phase began.</param>
/// <param name="Required">The phase is not over while it is open.</param>
/// <param name="Source">The document whose topic the task takes up; its words are ours.</param>
public sealed record ChecklistEntry(string Id, Phase Phase, string? Workload, int DueAfterDays, bool Required, Source Source);

internal sealed record ChecklistFile(IReadOnlyList<ChecklistSection> Checklists);

/// <summary>Tasks of the same phase, workload and source.</summary>
internal sealed record ChecklistSection(Phase Phase, Source Source, IReadOnlyList<ChecklistTask> Items, string? Workload = null);

internal sealed record ChecklistTask(string Id, int DueAfterDays, bool Required);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ChecklistFile))]
internal sealed partial class ChecklistJson : JsonSerializerContext;
