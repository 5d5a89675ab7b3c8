namespace FastTrackBot.Platform.Graph;

/// <summary>One purchase or trial (<c>/directory/subscriptions</c>); several may make up one <see cref="SubscribedSku"/>.</summary>
/// <param name="IsTrial">Known only here.</param>
/// <param name="Status">An open list of words: Enabled, Warning, Suspended, Deleted, LockedOut.</param>
/// <param name="TotalLicenses">Seats bought with this purchase.</param>
/// <param name="NextLifecycleDateTime">When <paramref name="Status"/> changes next, e.g. when it expires.</param>
/// <param name="OwnerTenantId">The partner that created it, if one did.</param>
public sealed record CompanySubscription(
    string Id,
    string? CommerceSubscriptionId,
    Guid? SkuId,
    string? SkuPartNumber,
    string? Status,
    bool? IsTrial,
    int? TotalLicenses,
    DateTimeOffset? CreatedDateTime,
    DateTimeOffset? NextLifecycleDateTime,
    string? OwnerTenantId);
