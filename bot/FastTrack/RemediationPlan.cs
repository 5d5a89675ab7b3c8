using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack;

/// <summary>What has to be put right before the services can be enabled, in one engagement.</summary>
public sealed record RemediationPlan(string EngagementId, IReadOnlyList<RemediationItem> Items)
{
    /// <summary>Items that somebody has still to fix or to verify.</summary>
    [JsonIgnore]
    public IEnumerable<RemediationItem> Open => Items.Where(item => item.State is not (RemediationState.Verified or RemediationState.Waived));
}

/// <summary>One finding that is to be put right.</summary>
/// <param name="Finding">As the assessment last found it.</param>
/// <param name="Owner">Who sees to it.</param>
public sealed record RemediationItem(Finding Finding, DateOnly Due, Person Owner)
{
    /// <summary>Somebody says that it is fixed.</summary>
    public Mark? Fixed { get; init; }

    /// <summary>When the tenant itself showed that it is fixed: a later assessment no longer found it.</summary>
    public DateTimeOffset? SeenFixed { get; init; }

    public Mark? ByCustomer { get; init; }

    public Mark? ByFastTrack { get; init; }

    /// <summary>It stays as it is, for the reason that is given.</summary>
    public Mark? Waived { get; init; }

    [JsonIgnore]
    public string Id => Finding.Id;

    [JsonIgnore]
    public RemediationState State =>
        Waived is not null ? RemediationState.Waived
        : ByCustomer is not null && ByFastTrack is not null ? RemediationState.Verified
        : Fixed is not null || SeenFixed is not null ? RemediationState.Fixed
        : RemediationState.Open;
}

/// <summary>Somebody's word on an item, and when it was given.</summary>
public sealed record Mark(Person By, DateTimeOffset At, string? Why = null);

public enum RemediationState
{
    Open,

    /// <summary>Fixed, and waiting for both sides to verify it.</summary>
    Fixed,
    Verified,
    Waived,
}
