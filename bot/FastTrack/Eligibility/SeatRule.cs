namespace FastTrackBot.FastTrack.Eligibility;

public enum RuleStanding
{
    /// <summary>The default: this number decides the verdict.</summary>
    Decides,

    /// <summary>A later public page: where it differs it is named with its date, and the verdict is at most "maybe".</summary>
    Later,

    /// <summary>Kept to explain where a number came from; never evaluated.</summary>
    History,
}

public enum SeatBasis
{
    /// <summary>All eligible plans of the tenant together.</summary>
    Tenant,

    /// <summary>One of the eligible plans alone.</summary>
    OnePlan,

    /// <summary>The page does not say; read as one plan, the cautious way.</summary>
    Unstated,
}

/// <summary>How many seats a document asks for a benefit. Moving <c>standing</c> in the data file moves what decides.</summary>
public sealed record SeatRule
{
    public required Benefit Benefit { get; init; }
    public required IReadOnlyList<OrganisationType> Organisations { get; init; }
    public required int Seats { get; init; }
    public required SeatBasis Basis { get; init; }
    public required RuleStanding Standing { get; init; }
    public required Source Source { get; init; }

    /// <summary>True where the document counts paid faculty and staff only.</summary>
    public bool WithoutStudents { get; init; }

    /// <summary>The seats that this rule looks at.</summary>
    public int Counted(LicencePicture licences) => Counted(WithoutStudents ? licences.WithoutStudents : licences.Seats);

    public int Counted(SeatCounts seats) => Basis is SeatBasis.Tenant ? seats.Sum : seats.LargestPlan;

    public int Missing(LicencePicture licences) => Math.Max(0, Seats - Counted(licences));

    public bool IsMet(LicencePicture licences) => Missing(licences) == 0;
}

internal sealed record SeatRuleFile(IReadOnlyList<SeatRule> Rules, AdditionalBenefit AdditionalBenefit);

/// <summary>The extra guidance that large tenants once got; shown as history only.</summary>
internal sealed record AdditionalBenefit(int Seats, Source Source);
