using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack;

/// <summary>The checklists that an engagement's phases begin with: data, with its source, not code.</summary>
public static class Checklists
{
    private static readonly Dictionary<Phase, PhaseChecklist> ByPhase =
        EmbeddedData.Read("FastTrack/Data/checklists.json", ChecklistJson.Default.ChecklistFile)
            .Checklists.ToDictionary(checklist => checklist.Phase);

    /// <summary>The open items of a phase that begins on a day; none where the phase has no checklist.</summary>
    public static IReadOnlyList<ChecklistItem> For(Phase phase, DateOnly begin) =>
        ByPhase.TryGetValue(phase, out var checklist)
            ? [.. checklist.Items.Select(item => new ChecklistItem(item.Id, begin.AddDays(item.DueAfterDays)))]
            : [];

    public static IReadOnlyCollection<PhaseChecklist> All => ByPhase.Values;
}

public sealed record PhaseChecklist(Phase Phase, Source Source, IReadOnlyList<ChecklistEntry> Items);

/// <param name="DueAfterDays">Calendar days after the phase began.</param>
public sealed record ChecklistEntry(string Id, int DueAfterDays);

internal sealed record ChecklistFile(IReadOnlyList<PhaseChecklist> Checklists);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ChecklistFile))]
internal sealed partial class ChecklistJson : JsonSerializerContext;
