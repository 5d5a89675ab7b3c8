namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>Why a verdict is what it is. The comment gives the numbers in the order of <see cref="Reason.Numbers"/>.</summary>
public enum ReasonCode
{
    OpenToEveryone,
    /// <summary>needed, counted</summary>
    MeetsThreshold,
    /// <summary>needed, counted, missing</summary>
    BelowThreshold,
    /// <summary>needed by the later page</summary>
    LaterPageDiffers,
    /// <summary>needed, largest plan, sum of plans</summary>
    OnlySumReaches,
    /// <summary>needed, counted without students</summary>
    StudentsNotCounted,
    /// <summary>seats of unknown plans</summary>
    UnknownPlans,
    NeedsSpecialist,
    /// <summary>seats from which Microsoft moves the data</summary>
    GuidanceOnly,

    /// <summary>oldest version supported is the detail</summary>
    SourceSupported,
    SourceTooOld,
    SourceVersionUnknown,
    SourceLaterPageRaisesMinimum,
    SourceOnlyAsImap,
    SourceOnlyOne,
    SourceOnlyInLaterPage,

    MicrosoftVerifies,
    ExcludedClouds,
    SeatsStated,
    TrialsNotVisible,
    CountsPurchases,
    /// <summary>trial seats</summary>
    TrialSeats,
    ArchivingAlone,
    GovernmentSeparate,
    /// <summary>seats of the historical additional benefit</summary>
    HistoricalAdditionalBenefit,
}

/// <param name="Detail">A version or a name that belongs into the sentence, in no language.</param>
public sealed record Reason(ReasonCode Code, IReadOnlyList<int> Numbers, Source? Source = null, string? Detail = null)
{
    public Reason(ReasonCode code, Source? source = null, string? detail = null) : this(code, [], source, detail)
    {
    }

    // A list compares by reference; reasons compare by what they say.
    public bool Equals(Reason? other) =>
        other is not null && Code == other.Code && Source == other.Source && Detail == other.Detail && Numbers.SequenceEqual(other.Numbers);

    public override int GetHashCode() => HashCode.Combine(Code, Source, Detail, Numbers.Count);
}

/// <summary>What would change a verdict for the better.</summary>
public enum ChangeCode
{
    /// <summary>seats</summary>
    BuySeats,
    AskFastTrack,
    CheckLicences,
    /// <summary>trial seats</summary>
    TurnTrialsIntoPaid,
    AskAboutUnknownPlans,
    MoveYourself,
    TellSourceVersion,
    UpdateSource,
    MoveMailOverImap,
}

public sealed record Change(ChangeCode Code, int? Number = null);
