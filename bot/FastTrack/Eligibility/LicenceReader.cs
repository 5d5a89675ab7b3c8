using System.Net;
using FastTrackBot.Platform.Graph;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>Reads the tenant's licences through Graph, within the time that a turn has.</summary>
public sealed class LicenceReader(GraphClient graph, TimeProvider clock)
{
    /// <summary>Teams gives a turn 15 seconds; the rest is for the answer itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>The licences, or the words why there are none.</summary>
    public async Task<(TenantLicences? Licences, string? Problem)> ReadAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            // Three independent reads; what takes longest decides.
            var organisation = graph.GetOrganizationAsync(either.Token);
            var purchased = ReadPurchasedAsync(either.Token);
            var subscriptions = ReadSubscriptionsAsync(either.Token);
            await Task.WhenAll(organisation, purchased, subscriptions);
            return (new TenantLicences((await organisation).DisplayName ?? "", await purchased, await subscriptions), null);
        }
        catch (GraphException exception)
        {
            return (null, exception switch
            {
                { IsForbidden: true } or { Status: (int)HttpStatusCode.Unauthorized } or { Code: GraphCodes.TokenUnavailable } => Text.Problem_NoConsent,
                { IsThrottled: true } => Text.Problem_Throttled,
                _ => Text.Problem_GraphDown,
            });
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, Text.Problem_GraphSlow);
        }
    }

    private async Task<IReadOnlyList<PurchasedLicence>> ReadPurchasedAsync(CancellationToken cancellationToken)
    {
        List<PurchasedLicence> licences = [];
        await foreach (var sku in graph.ListSubscribedSkusAsync(cancellationToken))
        {
            var units = sku.PrepaidUnits;
            var (enabled, warning, suspended) = (units?.Enabled ?? 0, units?.Warning ?? 0, units?.Suspended ?? 0);
            licences.Add(new PurchasedLicence(sku.SkuPartNumber ?? "", enabled + warning + suspended, enabled, sku.ConsumedUnits ?? 0));
        }

        return licences;
    }

    /// <returns>Null where the app may not read subscriptions: then trials cannot be told from purchases, and the result says so.</returns>
    private async Task<IReadOnlyList<Subscription>?> ReadSubscriptionsAsync(CancellationToken cancellationToken)
    {
        try
        {
            List<Subscription> subscriptions = [];
            await foreach (var subscription in graph.ListSubscriptionsAsync(cancellationToken))
            {
                subscriptions.Add(new Subscription(
                    subscription.SkuPartNumber ?? "", subscription.TotalLicenses ?? 0, subscription.IsTrial ?? false,
                    subscription.Status is null or "Enabled" or "Warning"));
            }

            return subscriptions;
        }
        catch (GraphException exception) when (exception.IsForbidden)
        {
            return null;
        }
    }
}
