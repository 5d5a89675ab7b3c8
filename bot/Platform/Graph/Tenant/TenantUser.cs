namespace FastTrackBot.Platform.Graph.Tenant;

/// <summary>Somebody in the directory, as far as licences and synchronisation are concerned.</summary>
/// <param name="UserType"><c>Member</c> or <c>Guest</c>.</param>
/// <param name="UsageLocation">ISO 3166-1 alpha-2; without it no licence can be assigned.</param>
public sealed record TenantUser(
    string Id,
    string? UserPrincipalName,
    bool? AccountEnabled,
    string? UserType,
    string? UsageLocation,
    IReadOnlyList<AssignedLicense>? AssignedLicenses,
    IReadOnlyList<LicenseAssignmentState>? LicenseAssignmentStates,
    IReadOnlyList<ProvisioningError>? OnPremisesProvisioningErrors);

public sealed record AssignedLicense(Guid? SkuId);

/// <param name="State">An open list of words: Active, ActiveWithError, Disabled, Error.</param>
/// <param name="Error">Likewise: CountViolation, MutuallyExclusiveViolation, DependencyViolation …, None.</param>
public sealed record LicenseAssignmentState(Guid? SkuId, string? AssignedByGroup, string? State, string? Error);

/// <summary>A conflict that keeps a synchronised object from being complete. Its value is left where it is: it may be an address.</summary>
/// <param name="Category"><c>PropertyConflict</c></param>
/// <param name="PropertyCausingError"><c>UserPrincipalName</c> or <c>ProxyAddresses</c></param>
public sealed record ProvisioningError(string? Category, string? PropertyCausingError, DateTimeOffset? OccurredDateTime);
