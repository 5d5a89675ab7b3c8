namespace FastTrackBot.Platform.Graph;

/// <summary>The tenant itself: <c>/organization</c> has exactly one.</summary>
/// <param name="Id">The tenant id.</param>
/// <param name="CountryLetterCode">ISO 3166-1 alpha-2, e.g. <c>DE</c>.</param>
/// <param name="PreferredLanguage">ISO 639-1, e.g. <c>de</c>.</param>
/// <param name="OnPremisesSyncEnabled">True: synchronised. False: was once. None: never.</param>
public sealed record Organization(
    string Id,
    string? DisplayName,
    string? CountryLetterCode,
    string? PreferredLanguage,
    string? TenantType,
    bool? OnPremisesSyncEnabled,
    DateTimeOffset? OnPremisesLastSyncDateTime,
    IReadOnlyList<VerifiedDomain>? VerifiedDomains,
    IReadOnlyList<AssignedPlan>? AssignedPlans);

/// <param name="Type"><c>Managed</c> or <c>Federated</c>.</param>
public sealed record VerifiedDomain(string Name, string? Type, bool? IsDefault, bool? IsInitial);

/// <param name="CapabilityStatus">An open list of words: Enabled, Warning, Suspended, Deleted, LockedOut …</param>
public sealed record AssignedPlan(string? Service, Guid? ServicePlanId, string? CapabilityStatus, DateTimeOffset? AssignedDateTime);
