namespace FastTrackBot.FastTrack.Assistance;

/// <summary>A request for assistance as the bot prepares it; <see cref="AssistanceRules.Missing"/> says what it still lacks.</summary>
public sealed record AssistanceRequest
{
    public Contact Contact { get; init; } = new();
    public string? Organisation { get; init; }
    public OrganisationType? OrganisationType { get; init; }

    /// <summary>As DNS takes it.</summary>
    public string? Domain { get; init; }
    public string? TenantId { get; init; }
    public int? Seats { get; init; }
    public IReadOnlyList<WorkloadPlan> Workloads { get; init; } = [];

    /// <summary>Null if nothing is to be moved.</summary>
    public SourceSystem? Source { get; init; }
    public string? SourceVersion { get; init; }

    /// <summary>A tag of <see cref="SupportLanguages"/>.</summary>
    public string? Language { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>IANA id.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Set when a partner asks on behalf of a customer.</summary>
    public Customer? Customer { get; init; }
    public RouteKind? Route { get; init; }
    public string? Notes { get; init; }
    public Confirmation? Confirmation { get; init; }
}

public sealed record Contact(string? Name = null, string? Email = null, string? Phone = null);

/// <summary>What is planned for one workload.</summary>
/// <param name="Date">The day by which a first group of people should work with it.</param>
/// <param name="BusinessReason">A <see cref="Assistance.BusinessReason.Id"/>.</param>
/// <param name="SuccessOwner">Who answers for it in the organisation.</param>
public sealed record WorkloadPlan(
    string WorkloadId, DateOnly? Date = null, Intent? Intent = null, string? BusinessReason = null, string? SuccessOwner = null);

/// <summary>How far the organisation's mind is made up about a workload.</summary>
public enum Intent
{
    Started,
    Decided,
    Exploring,
    Stuck,
    NotNow,
}

/// <summary>A partner's customer.</summary>
/// <param name="Tpid">Microsoft's number of the customer, digits.</param>
public sealed record Customer(string Name, string? Domain = null, string? Tpid = null);
