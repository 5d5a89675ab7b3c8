using FastTrackBot.FastTrack.Eligibility;

namespace FastTrackBot.Tests.FastTrack.Eligibility;

internal static class Some
{
    /// <summary>Paid, current licences of the plans.</summary>
    public static LicencePicture Licences(params (string Sku, int Seats)[] plans) => LicencePicture.From(
        plans.Select(plan => new PurchasedLicence(plan.Sku, plan.Seats, plan.Seats, 0)),
        plans.Select(plan => new Subscription(plan.Sku, plan.Seats, Trial: false)),
        LicencePlans.Default);
}
