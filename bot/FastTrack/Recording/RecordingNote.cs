using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Recording;

/// <summary>
/// What of an engagement stands in Graph, as far as the bot knows. Each id is noted as soon as it is known; what a crash kept from
/// being noted is found again by its name.
/// </summary>
internal sealed record RecordingNote
{
    public static readonly DocumentKind<RecordingNote> Kind = new("recording", () => RecordingJson.Default.RecordingNote);

    public string? ListId { get; init; }

    /// <summary>The item of that list.</summary>
    public string? ItemId { get; init; }

    public string? ItemETag { get; init; }

    /// <summary>What was written into it last; an engagement that looks the same costs no request.</summary>
    public EngagementFields? Fields { get; init; }

    public string? PlanId { get; init; }

    /// <summary>Ids of the plan's buckets.</summary>
    public IReadOnlyDictionary<Phase, string> Buckets { get; init; } = new Dictionary<Phase, string>();

    /// <summary>The plan's tasks, by the id of the checklist's item.</summary>
    public IReadOnlyDictionary<string, TaskNote> Tasks { get; init; } = new Dictionary<string, TaskNote>();

    /// <summary>Without its plan, which is gone.</summary>
    public RecordingNote WithoutPlan() => new() { ListId = ListId, ItemId = ItemId, ItemETag = ItemETag, Fields = Fields };

    /// <summary>Without its item, which is gone.</summary>
    public RecordingNote WithoutItem() => this with { ListId = null, ItemId = null, ItemETag = null, Fields = null };

    public RecordingNote With(string itemId, TaskNote task) => this with { Tasks = new Dictionary<string, TaskNote>(Tasks) { [itemId] = task } };
}

/// <summary>A task, as the bot and Planner last agreed on it.</summary>
/// <param name="Writing">What is being written as its state, before it is known to have arrived: what is found then may be our own doing.</param>
internal sealed record TaskNote(string Id, bool Done, DateOnly Due, string? Owner = null, bool? Writing = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RecordingNote))]
internal sealed partial class RecordingJson : JsonSerializerContext;
