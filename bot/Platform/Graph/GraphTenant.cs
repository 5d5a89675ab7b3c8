namespace FastTrackBot.Platform.Graph;

/// <summary>The tenant's own facts, by name.</summary>
public static class GraphTenant
{
    /// <summary>Each call asks only for what its record holds: cheaper for Graph, and no more personal data than needed.</summary>
    internal static class Paths
    {
        public const string Organization =
            "/organization?$select=id,displayName,countryLetterCode,preferredLanguage,tenantType,onPremisesSyncEnabled,"
            + "onPremisesLastSyncDateTime,verifiedDomains,assignedPlans";

        public const string SubscribedSkus =
            "/subscribedSkus?$select=id,skuId,skuPartNumber,appliesTo,capabilityStatus,consumedUnits,prepaidUnits,servicePlans,subscriptionIds";

        public const string Subscriptions = "/directory/subscriptions";
    }

    /// <summary>Permission: <c>User.Read.All</c> or <c>Organization.Read.All</c>.</summary>
    /// <exception cref="GraphException"/>
    public static async Task<Organization> GetOrganizationAsync(this GraphClient graph, CancellationToken ct)
    {
        await foreach (var organization in graph.ListAsync(Paths.Organization, GraphJson.Default.OrganizationPage, ct))
            return organization;
        throw new GraphException("Graph's /organization is empty.") { Status = 200, Code = GraphCodes.InvalidAnswer };
    }

    /// <summary>Permission: <c>LicenseAssignment.Read.All</c> or <c>Organization.Read.All</c>.</summary>
    /// <exception cref="GraphException"/>
    public static IAsyncEnumerable<SubscribedSku> ListSubscribedSkusAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync(Paths.SubscribedSkus, GraphJson.Default.SubscribedSkuPage, ct);

    /// <summary>Permission: <c>Organization.Read.All</c> or <c>Directory.Read.All</c>; where it is missing expect 403.</summary>
    /// <exception cref="GraphException"/>
    public static IAsyncEnumerable<CompanySubscription> ListSubscriptionsAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync(Paths.Subscriptions, GraphJson.Default.CompanySubscriptionPage, ct);

    /// <summary>What a person is called. Permission: <c>User.ReadBasic.All</c> or more. Expect 404: the person has left.</summary>
    /// <exception cref="GraphException"/>
    public static Task<GraphUser> GetUserAsync(this GraphClient graph, string objectId, CancellationToken ct) =>
        graph.GetAsync($"/users/{GraphPath.Segment(objectId)}?$select=id,displayName", GraphJson.Default.GraphUser, ct);
}
