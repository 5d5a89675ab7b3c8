using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack;

/// <summary>How an organisation comes to use what it was given: beside the phases, at its own pace. An engagement has one at most.</summary>
/// <param name="Items">The tasks of all stages, with the day by which each should be done.</param>
public sealed record AdoptionPlan(AdoptionStage Stage, DateTimeOffset StageSince, IReadOnlyList<ChecklistItem> Items)
{
    /// <summary>Each stage with the moment when it was first reached.</summary>
    public IReadOnlyList<StageReached> Way { get => field ?? []; init; }

    /// <summary>By what the organisation will know that it was worth it, in its own words.</summary>
    public string? Goals { get; init; }

    [JsonIgnore]
    public IEnumerable<ChecklistItem> Open => Items.Where(item => !item.IsDone);
}

public sealed record StageReached(AdoptionStage Stage, DateTimeOffset At);

/// <summary>The stages of adoption, in their order.</summary>
public enum AdoptionStage
{
    Prepare,
    Launch,
    DriveUse,
    Review,
    Sustain,
}

/// <summary>What adoption is made of: every service needs something of each.</summary>
public enum AdoptionTopic
{
    Stakeholders,
    Scenarios,
    Awareness,
    Training,
}
