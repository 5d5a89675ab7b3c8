using FastTrackBot.Platform.Graph;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.Graph;

/// <summary>The client against the make-believe tenant, over real HTTP.</summary>
public sealed class GraphTenantTests : IAsyncLifetime
{
    private SandboxHost _sandbox = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private GraphClient Client => _services.GetRequiredService<GraphClient>();

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(ct: Ct);
        _services = GraphFixture.Services(
            TimeProvider.System, new SandboxCredential(TimeProvider.System), null, ("Graph:BaseUrl", _sandbox.GraphBaseUrl.AbsoluteUri));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task The_organization_is_read()
    {
        var contoso = await Client.GetOrganizationAsync(Ct);

        Assert.Equal((SandboxPeople.TenantId, "Contoso", "NL", true), (contoso.Id, contoso.DisplayName, contoso.CountryLetterCode, contoso.OnPremisesSyncEnabled));
        Assert.Equal("contoso.example", Assert.Single(contoso.VerifiedDomains!, domain => domain.IsDefault == true).Name);
        Assert.All(contoso.AssignedPlans!, plan => Assert.NotNull(plan.ServicePlanId));
    }

    [Fact]
    public async Task Licences_are_read()
    {
        var skus = await Client.ListSubscribedSkusAsync(Ct).ToListAsync(Ct);

        var e3 = Assert.Single(skus, sku => sku.SkuPartNumber == "SPE_E3");
        Assert.Equal(new PrepaidUnits(320, 0, 0, 0), e3.PrepaidUnits);
        Assert.Equal(("Enabled", "User"), (e3.CapabilityStatus, e3.AppliesTo));
        Assert.Contains(e3.ServicePlans!, plan => plan is { ServicePlanName: "TEAMS1", ProvisioningStatus: "Success" });
        Assert.Equal(2, e3.SubscriptionIds!.Count);
    }

    [Fact]
    public async Task A_trial_is_seen_among_the_subscriptions()
    {
        var trial = Assert.Single(await Client.ListSubscriptionsAsync(Ct).ToListAsync(Ct), subscription => subscription.IsTrial == true);

        Assert.Equal(("SPE_E5", 25, "Enabled"), (trial.SkuPartNumber, trial.TotalLicenses, trial.Status));
        Assert.NotNull(trial.NextLifecycleDateTime);
    }

    [Fact]
    public async Task Small_pages_are_put_together()
    {
        var ids = await Client.ListAsync("/directory/subscriptions?$top=2", GraphJson.Default.CompanySubscriptionPage, Ct)
            .Select(subscription => subscription.Id).ToListAsync(Ct);

        Assert.Equal(7, ids.Distinct().Count());
        Assert.Equal(4, _sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_missing_permission_is_told_with_Graphs_request_id()
    {
        _sandbox.Fault(new("/directory/subscriptions", Status: 403));

        var failure = await Assert.ThrowsAsync<GraphException>(async () => await Client.ListSubscriptionsAsync(Ct).ToListAsync(Ct));

        Assert.True(failure.IsForbidden);
        Assert.Equal("Authorization_RequestDenied", failure.Code);
        Assert.Contains(failure.RequestId!, failure.ErrorJson, StringComparison.Ordinal);
        Assert.Equal(Assert.Single(_sandbox.Requests).ClientRequestId, failure.ClientRequestId);
    }

    [Fact]
    public async Task Throttling_that_ends_is_not_noticed()
    {
        _sandbox.Fault(new("/subscribedSkus", Status: 429, RetryAfter: 0, Times: 2));

        Assert.NotEmpty(await Client.ListSubscribedSkusAsync(Ct).ToListAsync(Ct));
        Assert.Equal(3, _sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_its_target_sees_no_token()
    {
        await using var elsewhere = await SandboxHost.StartAsync(ct: Ct);
        _sandbox.Fault(new(Status: 302, Location: elsewhere.GraphBaseUrl + "/organization"));

        var failure = await Assert.ThrowsAsync<GraphException>(() => Client.GetOrganizationAsync(Ct));

        Assert.Equal(302, failure.Status);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task An_organization_that_is_not_there_is_an_invalid_answer()
    {
        _sandbox.SetData("organization", "[]");

        var failure = await Assert.ThrowsAsync<GraphException>(() => Client.GetOrganizationAsync(Ct));

        Assert.Equal(GraphCodes.InvalidAnswer, failure.Code);
    }
}
