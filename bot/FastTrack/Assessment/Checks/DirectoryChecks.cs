using FastTrackBot.FastTrack.Assessment.Rules;
using FastTrackBot.Platform.Graph;

namespace FastTrackBot.FastTrack.Assessment.Checks;

/// <summary>Is the directory of the company synchronised, and when was it last?</summary>
public sealed class SyncCheck(TimeProvider clock) : Check("sync", "Organization.Read.All")
{
    public override async Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken)
    {
        var organization = await tenant.Graph.GetOrganizationAsync(cancellationToken);
        var sync = new SyncFacts(organization.OnPremisesSyncEnabled, organization.OnPremisesLastSyncDateTime);
        return [.. SyncRules.Find(sync, clock.GetUtcNow(), Thresholds.Current.StaleSyncHours.Value)];
    }
}

/// <summary>Accounts that collide with others.</summary>
public sealed class ProvisioningCheck() : Check("provisioning", "User.Read.All")
{
    public override async Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken) =>
        [.. AccountRules.FindConflicts(await tenant.AccountsAsync())];
}
