using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Assistance;

namespace FastTrackBot.Tests.FastTrack.Assistance;

public sealed class AssistanceRulesTests
{
    private static readonly WorkloadPlan Plan = new("teams", new(2027, 3, 1), Intent.Decided, "ContractEnds", "Ana");

    private static readonly AssistanceRequest Complete = new()
    {
        Contact = new("Ana", "ana@contoso.com"),
        Organisation = "Contoso",
        Domain = "contoso.com",
        Workloads = [Plan],
        Language = "en",
        Country = "EE",
        TimeZone = "Europe/Tallinn",
        Route = RouteKind.AdminCentre,
    };

    [Theory]
    [InlineData("teams", true)]
    [InlineData("Intune", true)]
    [InlineData("skypeForBusiness", false)]
    [InlineData("staffHub", false)]
    [InlineData("minesweeper", false)]
    public void Only_services_that_are_alive_may_be_asked_for(string id, bool expected) => Assert.Equal(expected, AssistanceRules.MayBeAskedFor(id));

    [Fact]
    public void A_complete_request_lacks_nothing() => Assert.Empty(AssistanceRules.Missing(Complete));

    [Fact]
    public void An_empty_request_lacks_everything_but_the_customer() => Assert.Equal(
        [
            RequestField.ContactName, RequestField.ContactEmail, RequestField.Organisation, RequestField.Domain, RequestField.Workloads,
            RequestField.Language, RequestField.Country, RequestField.TimeZone, RequestField.Route,
        ],
        AssistanceRules.Missing(new()).Select(missing => missing.Field));

    [Fact]
    public void A_partner_names_the_customer()
    {
        var request = Complete with { Route = RouteKind.Partner };

        Assert.Equal([new MissingField(RequestField.Customer)], AssistanceRules.Missing(request));
        Assert.Empty(AssistanceRules.Missing(request with { Customer = new("Fabrikam") }));
    }

    [Fact]
    public void Each_workload_lacks_its_own_fields()
    {
        var request = Complete with { Workloads = [Plan, new("intune")] };

        Assert.Equal([RequestField.WorkloadDate, RequestField.WorkloadIntent, RequestField.WorkloadReason, RequestField.WorkloadOwner],
            AssistanceRules.Missing(request).Select(missing => missing.Field));
        Assert.All(AssistanceRules.Missing(request), missing => Assert.Equal("intune", missing.WorkloadId));
    }

    [Theory]
    [InlineData(Intent.NotNow, 0)]
    [InlineData(Intent.Exploring, 2)]
    [InlineData(Intent.Stuck, 3)]
    public void What_is_not_wanted_now_needs_neither_day_nor_owner(Intent intent, int missing) =>
        Assert.Equal(missing, AssistanceRules.Missing(Complete with { Workloads = [new("intune", Intent: intent)] }).Count);

    [Fact]
    public void Each_route_shows_the_newest_click_path_first()
    {
        Assert.Equal(Enum.GetValues<RouteKind>(), Routes.All.Select(route => route.Kind));
        Assert.All(Routes.All, route =>
        {
            Assert.Equal(Uri.UriSchemeHttps, route.Url.Scheme);
            Assert.All(route.Paths, path => Assert.NotEmpty(path.Steps));
            Assert.Equal(route.Paths.Select(path => path.Source.Date!.Value.Year).OrderDescending(), route.Paths.Select(path => path.Source.Date!.Value.Year));
        });
        Assert.Contains(RouteStep.SearchCustomer, Routes.Get(RouteKind.Partner).Paths[0].Steps);
        Assert.Contains(RouteStep.OpenMyCustomers, Routes.Get(RouteKind.Partner).Paths[1].Steps);
    }
}
