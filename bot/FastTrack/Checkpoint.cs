using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack;

/// <summary>A meeting of an engagement: one of its rhythm, or a workshop.</summary>
/// <param name="LocalStart">On the clocks of <paramref name="Zone"/>, whatever daylight saving makes of that.</param>
/// <param name="Zone">IANA id.</param>
public sealed record Checkpoint(string Id, string EngagementId, CheckpointKind Kind, DateTime LocalStart, string Zone, TimeSpan Duration)
{
    public CheckpointState State { get; init; }

    public IReadOnlyList<Person> Attendees { get => field ?? []; init; }

    /// <summary>How it stands in a calendar; null: the bot alone knows of it.</summary>
    public CalendarEntry? Calendar { get; init; }

    /// <summary>What was said, as somebody wrote it down.</summary>
    public string? Minutes { get; init; }

    public IReadOnlyList<Decision> Decisions { get => field ?? []; init; }

    [JsonIgnore]
    public DateTimeOffset Start => ZonedTime.At(LocalStart, Zone);

    [JsonIgnore]
    public DateTimeOffset End => Start + Duration;

    /// <summary>It is still to take place, or nobody has said yet that it did.</summary>
    [JsonIgnore]
    public bool IsAhead => State is CheckpointState.Planned or CheckpointState.Moved;
}

/// <summary>A checkpoint as it stands in a calendar.</summary>
/// <param name="EventId">Graph's immutable id.</param>
/// <param name="JoinUrl">The Teams meeting; null where the mailbox has no Teams.</param>
/// <param name="Start">When bot and calendar last agreed that it is.</param>
/// <param name="Duration">How long, likewise.</param>
public sealed record CalendarEntry(string EventId, string? JoinUrl, DateTimeOffset Start, TimeSpan Duration)
{
    /// <summary>Who was invited then; null: not known, so it is taken to be whoever the checkpoint names.</summary>
    public IReadOnlyList<Person>? Invited { get; init; }
}

/// <summary>Something that a meeting decided, and who sees to it until when.</summary>
public sealed record Decision(string Text, Person? Owner = null, DateOnly? Due = null)
{
    /// <summary>Somebody's word that it has been done.</summary>
    public Mark? Done { get; init; }
}

public enum CheckpointKind
{
    Checkpoint,

    /// <summary>Longer, and about one subject.</summary>
    Workshop,
}

public enum CheckpointState
{
    Planned,

    /// <summary>Planned, and no longer for the time that it was planned for first.</summary>
    Moved,
    Held,

    /// <summary>It was over for a day, and nobody said that it was held.</summary>
    Missed,
    Cancelled,
}

/// <summary>The checkpoints of an engagement as they are to become, and what happens to them on the way.</summary>
/// <param name="All">In the order of their start.</param>
public sealed record CheckpointChange(IReadOnlyList<Checkpoint> All, IReadOnlyList<EngagementEvent> Events);
