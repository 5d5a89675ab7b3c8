using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Tenant;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.Graph.Tenant;

public sealed class GraphReportsTests
{
    [Fact]
    public async Task A_report_is_fetched_where_Graph_points_and_without_the_token()
    {
        await using var tenant = await SandboxHost.StartAsync(ct: TestContext.Current.CancellationToken);
        await using var services = Services(tenant);

        // The sandbox refuses a report to whoever brings a token along.
        var table = await services.GetRequiredService<GraphReports>().ReadAsync("getMailboxUsageDetail", "D7", TestContext.Current.CancellationToken);

        Assert.Equal(6, table.Rows.Count);
        Assert.True(Assert.Single(tenant.Requests).Authorized);
    }

    [Fact]
    public async Task A_report_that_does_not_exist_says_so()
    {
        await using var tenant = await SandboxHost.StartAsync(ct: TestContext.Current.CancellationToken);
        tenant.Tolerant = true;
        await using var services = Services(tenant);

        var exception = await Assert.ThrowsAsync<GraphException>(() =>
            services.GetRequiredService<GraphReports>().ReadAsync("getNothing", "D7", TestContext.Current.CancellationToken));

        Assert.Equal(404, exception.Status);
    }

    [Theory]
    [InlineData("http://reports.example/x.csv")]
    [InlineData("ftp://reports.example/x.csv")]
    public async Task An_address_that_is_not_https_is_not_followed(string location)
    {
        await using var tenant = await SandboxHost.StartAsync(ct: TestContext.Current.CancellationToken);
        await using var services = Services(tenant);
        tenant.Fault(new SandboxFault("/reports", Status: 302, Location: location));

        var exception = await Assert.ThrowsAsync<GraphException>(() =>
            services.GetRequiredService<GraphReports>().ReadAsync("getMailboxUsageDetail", "D7", TestContext.Current.CancellationToken));

        Assert.Equal(GraphCodes.InvalidAnswer, exception.Code);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(403)]
    public async Task Without_an_address_there_is_no_report(int status)
    {
        await using var tenant = await SandboxHost.StartAsync(ct: TestContext.Current.CancellationToken);
        tenant.Tolerant = true;
        await using var services = Services(tenant);
        tenant.Fault(new SandboxFault("/reports", Status: status));

        var exception = await Assert.ThrowsAsync<GraphException>(() =>
            services.GetRequiredService<GraphReports>().ReadAsync("getMailboxUsageDetail", "D7", TestContext.Current.CancellationToken));

        Assert.Equal(status, exception.Status);
    }

    private static ServiceProvider Services(SandboxHost tenant) =>
        GraphFixture.Services(TimeProvider.System, new SandboxCredential(TimeProvider.System), null, ("Graph:BaseUrl", tenant.GraphBaseUrl.ToString()));
}
