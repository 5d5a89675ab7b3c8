namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>One entry of the tenant's purchased plans (Graph's <c>subscribedSkus</c>).</summary>
/// <param name="Purchased">All units that were bought, also those in grace or suspended.</param>
/// <param name="Enabled">Units that are usable now.</param>
/// <param name="Assigned">Units that people hold. Never counts for the benefit: that follows the purchase.</param>
public sealed record PurchasedLicence(string SkuPartNumber, int Purchased, int Enabled, int Assigned);

/// <summary>One commercial subscription (Graph's <c>/directory/subscriptions</c>): the only place that tells a trial from a purchase.</summary>
/// <param name="Current">False once it is expired, suspended or deleted: the benefit lasts as long as the subscription is current.</param>
public sealed record Subscription(string SkuPartNumber, int Seats, bool Trial, bool Current = true);

/// <summary>One plan of the tenant. <see cref="Paid"/> is what counts, if the plan does.</summary>
/// <param name="Plan">Null for a plan that the catalogue does not know.</param>
/// <param name="NotCounted">Null if the paid seats count.</param>
public sealed record LicenceLine(PurchasedLicence Licence, LicencePlan? Plan, int Paid, int Trial, NotCountedReason? NotCounted);

/// <param name="LargestPlan">Seats of the largest single eligible plan.</param>
/// <param name="Sum">Seats of all eligible plans, each person counted once; never below <paramref name="LargestPlan"/>.</param>
public readonly record struct SeatCounts(int LargestPlan, int Sum);
