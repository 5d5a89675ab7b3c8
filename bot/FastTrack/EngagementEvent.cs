using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>Something that happened to an engagement. It is written once, and never changed.</summary>
/// <param name="By">Who did it.</param>
/// <param name="Subject">What it happened to: an item's id, a phase, a person's name.</param>
/// <param name="From">How that was before.</param>
/// <param name="To">How it is now.</param>
/// <param name="Why">The reason that was given.</param>
/// <param name="Through">Where it was done, if not in the bot: <c>planner</c>.</param>
public sealed record EngagementEvent(
    EventKind Kind, Person By, DateTimeOffset At,
    string? Subject = null, string? From = null, string? To = null, string? Why = null, string? Through = null);

public enum EventKind
{
    Started,
    PhaseReached,

    /// <summary>A phase was left although conditions were open.</summary>
    PhaseForced,
    PhaseReturned,
    ItemDone,
    ItemReopened,
    ItemBlocked,
    ItemUnblocked,
    ItemAssigned,
    ItemMoved,
    ItemNoted,

    /// <summary>An item does not apply here.</summary>
    ItemNotNeeded,
    MemberJoined,
    MemberLeft,
    Tagged,
    Assessed,
    RemediationPlanned,
    RemediationChanged,
    RemediationDone,
    RemediationVerified,
    RemediationReopened,
    RemediationPosted,

    /// <summary>Somebody said how many people use the services.</summary>
    ActiveUsersStated,
    PilotNamed,
    PilotRemoved,

    /// <summary>A pilot person has what it takes, or has it no more.</summary>
    PilotReady,
    PilotNotReady,

    CheckpointsPlanned,
    CheckpointMoved,
    CheckpointCancelled,
    CheckpointHeld,

    /// <summary>Nobody said within a day that it was held.</summary>
    CheckpointMissed,
    MinutesTaken,
    DecisionMade,
    DecisionDone,

    /// <summary>A record in SharePoint or Planner was gone, and was made again.</summary>
    RecordMadeAgain,
    ChannelLinked,
    AdoptionBegun,
    AdoptionStageReached,
    AdoptionStageReturned,
    AdoptionGoalsSet,

    /// <summary>As many people use a service as a milestone asks for.</summary>
    UseMilestoneReached,
    TipsHere,
    TipsNotHere,
    Closed,
    Reopened,
}

/// <summary>The history of an engagement: its events by number, from 1.</summary>
internal static class EngagementHistory
{
    public static readonly DocumentKind<EngagementEvent> Kind = new("event", () => EngagementJson.Default.EngagementEvent);

    public static string Partition(string tenantId, string engagementId) => $"{tenantId}/{engagementId}";

    /// <summary>Ids sort as the events came.</summary>
    public static string Id(int number) => number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
}
