using FastTrackBot.Platform.BotFramework.Authentication;

namespace FastTrackBot.Tests.Platform.BotFramework.Authentication;

public sealed class CloudEndpointsTests
{
    [Theory]
    [InlineData("Public", "https://api.botframework.com", "https://login.botframework.com/", "https://login.microsoftonline.com/", "https://graph.microsoft.com")]
    [InlineData("usgovernment", "https://api.botframework.us", "https://login.botframework.azure.us/", "https://login.microsoftonline.us/", "https://graph.microsoft.us")]
    [InlineData("UsGovernmentDoD", "https://api.botframework.us", "https://login.botframework.azure.us/", "https://login.microsoftonline.us/", "https://dod-graph.microsoft.us")]
    [InlineData("China", "https://api.botframework.azure.cn", "https://login.botframework.azure.cn/", "https://login.partner.microsoftonline.cn/", "https://microsoftgraph.chinacloudapi.cn")]
    public void Each_cloud_has_its_own_addresses(string name, string issuer, string metadata, string login, string graph)
    {
        var cloud = CloudEndpoints.For(name);
        Assert.Equal(issuer, cloud.ConnectorIssuer);
        Assert.Equal(issuer + "/.default", cloud.ConnectorScope);
        Assert.StartsWith(metadata, cloud.ConnectorMetadata, StringComparison.Ordinal);
        Assert.Equal(login + "{tenant}/v2.0", cloud.EntraV2Issuer);
        Assert.StartsWith(login, cloud.EntraMetadata, StringComparison.Ordinal);
        Assert.Equal(new Uri(graph), cloud.GraphRoot);
        Assert.Equal(graph + "/.default", cloud.GraphScope);
    }

    [Theory]
    [InlineData("Germany")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_cloud_is_an_error_that_names_the_known_ones(string? name)
    {
        var failure = Assert.Throws<ArgumentException>(() => CloudEndpoints.For(name!));
        Assert.Contains("UsGovernmentDoD", failure.Message, StringComparison.Ordinal);
    }
}
