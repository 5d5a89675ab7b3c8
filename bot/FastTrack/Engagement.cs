using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack;

/// <summary>One organisation's way through FastTrack, from the filed request on.</summary>
/// <param name="Organisation">The organisation itself, or a partner's customer.</param>
/// <param name="Workloads">Ids of <see cref="FastTrack.Workloads"/>.</param>
/// <param name="Owner">Who asked for it: the customer's admin, or the partner on the customer's behalf.</param>
/// <param name="Reference">FastTrack's own reference of the request.</param>
/// <param name="Checklist">The items of every phase that has begun.</param>
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
    IReadOnlyList<ChecklistItem> Checklist)
{
    /// <summary>The phases that apply, in their order.</summary>
    public IReadOnlyList<Phase> Path { get => field ?? [Phase]; init; }

    /// <summary>When the present phase began.</summary>
    public DateTimeOffset PhaseSince { get => field == default ? StartedAt : field; init; }

    /// <summary>What brought the customer to FastTrack; specialists see it.</summary>
    public string Motion { get => field ?? Motions.Request; init; }

    /// <summary>What the engagement aims at, as tags; specialists see them.</summary>
    public IReadOnlyList<string> Approaches { get => field ?? []; init; }

    /// <summary>Who takes part besides the owner.</summary>
    public IReadOnlyList<Member> Team { get => field ?? []; init; }

    /// <summary>Groups of the directory whose members take part.</summary>
    public IReadOnlyList<TeamGroup> Groups { get => field ?? []; init; }

    /// <summary>The organisation is a partner's customer with a tenant of its own, which this bot cannot read.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Seats of eligible plans, as the request named them.</summary>
    public int? Seats { get; init; }

    /// <summary>Cards about its remediation stand in channels, and follow the plan.</summary>
    public bool HasPosts { get; init; }

    /// <summary>How many events its history has.</summary>
    public int Changes { get; init; }

    /// <summary>When the next checkpoint begins; kept by <see cref="CheckpointDocument"/>.</summary>
    public DateTimeOffset? NextCheckpoint { get; init; }

    /// <summary>How many checkpoints went by without anyone saying that they were held; kept likewise.</summary>
    public int MissedCheckpoints { get; init; }

    /// <summary>Where its people are, as the request said: IANA id.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The same as ISO 3166 alpha-2.</summary>
    public string? Country { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>It was closed so long ago that its details and people were erased.</summary>
    public bool IsOutline { get; init; }

    [JsonIgnore]
    public bool IsClosed => ClosedAt is not null;

    /// <summary>Everyone who takes part by name, each once: whoever can own something in it.</summary>
    [JsonIgnore]
    public IEnumerable<Person> People => Team.Select(member => member.Person).Prepend(Owner).DistinctBy(person => person.ObjectId);

    /// <summary>The items of the present phase.</summary>
    [JsonIgnore]
    public IEnumerable<ChecklistItem> Current => Checklist.Where(item => item.Phase == Phase);
}

/// <param name="ObjectId">The Entra object id.</param>
public sealed record Person(string ObjectId, string Name)
{
    /// <summary>In place of an object id where somebody can be chosen and need not be: clients show an empty value as if nothing had been chosen.</summary>
    public const string Nobody = "nobody";
}

/// <summary>Somebody who takes part in an engagement, and as what.</summary>
public sealed record Member(Person Person, Role Role);

/// <summary>A group of the directory whose members take part in an engagement.</summary>
/// <param name="GroupId">The Entra object id of the group.</param>
public sealed record TeamGroup(string GroupId, string Name, Role Role);

/// <summary>Something to do in an engagement.</summary>
/// <param name="Id">Names the task in the checklist data, and its text.</param>
/// <param name="DoneBy">Who ticked it; null while nobody has.</param>
public sealed record ChecklistItem(string Id, DateOnly Due, Person? DoneBy = null, Phase Phase = Phase.Validation)
{
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Who is to do it; null: whoever leads the engagement.</summary>
    public Person? Owner { get; init; }

    public string? Note { get; init; }

    /// <summary>Why it cannot be done at present; null: nothing stands in its way.</summary>
    public string? Blocked { get; init; }

    /// <summary>It does not apply here, for the reason that is given; null: it does.</summary>
    public Mark? NotNeeded { get; init; }

    /// <summary>Nothing is left to do: somebody ticked it, or it is not needed.</summary>
    [JsonIgnore]
    public bool IsDone => DoneBy is not null || NotNeeded is not null;

    /// <summary>What is done is not blocked any more.</summary>
    public ChecklistItem Done(Person by, DateTimeOffset at) => this with { DoneBy = by, DoneAt = at, Blocked = null, NotNeeded = null };

    /// <summary>What is not needed is not blocked either.</summary>
    public ChecklistItem SetAside(Mark why) => this with { NotNeeded = why, Blocked = null };

    public ChecklistItem Reopened() => this with { DoneBy = null, DoneAt = null, NotNeeded = null };
}
