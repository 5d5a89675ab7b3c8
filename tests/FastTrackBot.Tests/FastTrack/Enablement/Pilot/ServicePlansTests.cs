using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Enablement.Pilot;

namespace FastTrackBot.Tests.FastTrack.Enablement.Pilot;

public sealed class ServicePlansTests
{
    [Fact]
    public void Every_service_of_the_data_is_one_that_is_offered() =>
        Assert.All(ServicePlans.Workloads, workload => Assert.Contains(workload, Workloads.Offered.Select(offered => offered.Id)));

    [Theory]
    [InlineData("exchangeOnline", "EXCHANGE_S_DESKLESS", true)]
    [InlineData("exchangeOnline", "EXCHANGE_S_FOUNDATION", false)]
    [InlineData("oneDrive", "ONEDRIVE_BASIC", true)]
    [InlineData("entraIdPremium", "AAD_PREMIUM_P2", true)]
    [InlineData("intune", "TEAMS1", false)]
    [InlineData("windows", "TEAMS1", true)]
    public void A_plan_serves_a_service_or_does_not(string workload, string plan, bool serves) => Assert.Equal(serves, ServicePlans.Serve(workload, [plan]));
}
