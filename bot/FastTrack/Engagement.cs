using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack;

/// <summary>One organisation's way through FastTrack, from the filed request on.</summary>
/// <param name="Organisation">The organisation itself, or a partner's customer.</param>
/// <param name="Workloads">Ids of <see cref="FastTrack.Workloads"/>.</param>
/// <param name="Reference">FastTrack's own reference of the request.</param>
public sealed record Engagement(
    string Id,
    string Organisation,
    string Domain,
    Phase Phase,
    IReadOnlyList<string> Workloads,
    Person Owner,
    string RequestId,
    string Reference,
    DateTimeOffset StartedAt,
    IReadOnlyList<ChecklistItem> Checklist);

/// <param name="ObjectId">The Entra object id.</param>
public sealed record Person(string ObjectId, string Name);

/// <summary>Something to do in an engagement.</summary>
/// <param name="Id">Names the task in the checklist data, and its text.</param>
/// <param name="DoneBy">Who ticked it; null while it is open.</param>
public sealed record ChecklistItem(string Id, DateOnly Due, Person? DoneBy = null)
{
    [JsonIgnore]
    public bool IsDone => DoneBy is not null;
}
