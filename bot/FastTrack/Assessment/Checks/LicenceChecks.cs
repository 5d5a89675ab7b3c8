using FastTrackBot.FastTrack.Assessment.Rules;
using FastTrackBot.Platform.Graph;

namespace FastTrackBot.FastTrack.Assessment.Checks;

/// <summary>Licences bought against licences assigned.</summary>
public sealed class LicenceCheck() : Check("licences", "LicenseAssignment.Read.All")
{
    public override async Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken)
    {
        List<Product> products = [];
        await foreach (var sku in tenant.Graph.ListSubscribedSkusAsync(cancellationToken))
        {
            // What belongs to the company as a whole is assigned to nobody.
            if (sku.AppliesTo is "Company" || sku.PrepaidUnits is not { } units) continue;
            products.Add(new Product(sku.SkuPartNumber, units.Enabled ?? 0, units.Warning ?? 0, units.Suspended ?? 0, sku.ConsumedUnits ?? 0));
        }

        var limits = Thresholds.Current;
        return [.. LicenceRules.Find(products, limits.UnusedLicences.Value, limits.VirtualUnits.Value)];
    }
}

/// <summary>Licences that were assigned and do not work.</summary>
public sealed class LicenceErrorCheck() : Check("licenceErrors", "User.Read.All")
{
    public override async Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken) =>
        [.. AccountRules.FindLicenceErrors(await tenant.AccountsAsync())];
}

/// <summary>Accounts that no licence can be assigned to, as nobody said where they are used.</summary>
public sealed class UsageLocationCheck() : Check("usageLocation", "User.Read.All")
{
    public override async Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken) =>
        [.. AccountRules.FindWithoutLocation(await tenant.AccountsAsync())];
}
