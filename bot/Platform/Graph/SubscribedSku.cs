namespace FastTrackBot.Platform.Graph;

/// <summary>A product that the tenant has licences of (<c>/subscribedSkus</c>). Trials may be missing: see <see cref="CompanySubscription"/>.</summary>
/// <param name="Id"><c>tenantId_skuId</c>.</param>
/// <param name="SkuId">What to match on: part numbers are for display and some mislead (<c>SPE_F1</c> is Microsoft 365 F3).</param>
/// <param name="AppliesTo"><c>User</c> or <c>Company</c>.</param>
/// <param name="CapabilityStatus">An open list of words: Enabled, Warning, Suspended, Deleted, LockedOut …</param>
/// <param name="ConsumedUnits">Assigned to people. It can exceed what was bought.</param>
/// <param name="PrepaidUnits">Bought. Free products carry 10,000 or more that mean nothing.</param>
public sealed record SubscribedSku(
    string Id,
    Guid SkuId,
    string SkuPartNumber,
    string? AppliesTo,
    string? CapabilityStatus,
    int? ConsumedUnits,
    PrepaidUnits? PrepaidUnits,
    IReadOnlyList<ServicePlan>? ServicePlans,
    IReadOnlyList<string>? SubscriptionIds);

/// <param name="Enabled">Usable now.</param>
/// <param name="Warning">Expired, in grace, still assignable.</param>
/// <param name="Suspended">Cancelled, not assignable, may come back.</param>
/// <param name="LockedOut">Locked after cancellation.</param>
public sealed record PrepaidUnits(int? Enabled, int? Warning, int? Suspended, int? LockedOut);

/// <param name="ProvisioningStatus">An open list of words: Success, PendingInput, PendingActivation, Disabled, Error …</param>
public sealed record ServicePlan(Guid ServicePlanId, string? ServicePlanName, string? ProvisioningStatus, string? AppliesTo);
