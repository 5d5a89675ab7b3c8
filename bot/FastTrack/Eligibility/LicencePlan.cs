namespace FastTrackBot.FastTrack.Eligibility;

public enum PlanFamily
{
    Commercial,
    Education,
    Government,
    Nonprofit,
}

public enum PlanStanding
{
    Counted,
    NotCounted,
    Unknown,
}

/// <summary>Why a plan's seats do not count.</summary>
public enum NotCountedReason
{
    Free,
    Trial,
    NoCost,
    StudentBenefit,
    Developer,
    ArchiveOnly,
    NotByItself,
    NotCurrent,
    UnknownPlan,
}

/// <summary>How a plan's seats add up with those of other plans.</summary>
public enum SeatKind
{
    /// <summary>A person's main plan: a suite or a stand-alone mailbox plan. Nobody has two, so these add up.</summary>
    Person,

    /// <summary>Bought for people (or rooms, devices) that have a main plan as well: never added to the sum.</summary>
    OnTop,
}

public enum PlanAudience
{
    Everyone,
    Faculty,
    Student,
}

/// <summary>What the documents say about one <c>skuPartNumber</c>. A part number with <c>*</c> stands for all that match.</summary>
public sealed record LicencePlan
{
    public required string Sku { get; init; }

    /// <summary>The plan's name, the same for its variants (with or without Teams, for staff or students): they count as one plan.</summary>
    public required string Name { get; init; }
    public required PlanFamily Family { get; init; }
    public required PlanStanding Standing { get; init; }
    public required Source Source { get; init; }
    public NotCountedReason? Reason { get; init; }
    public SeatKind Seats { get; init; }
    public PlanAudience Audience { get; init; }
}

internal sealed record LicencePlanFile(IReadOnlyList<LicencePlan> Plans);
