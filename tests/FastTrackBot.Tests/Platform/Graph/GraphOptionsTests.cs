using FastTrackBot.Platform.Graph;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Tests.Platform.Graph;

public sealed class GraphOptionsTests
{
    [Theory]
    [InlineData("Public", "https://graph.microsoft.com/v1.0")]
    [InlineData("usgovernment", "https://graph.microsoft.us/v1.0")]
    [InlineData("UsGovernmentDoD", "https://dod-graph.microsoft.us/v1.0")]
    [InlineData("China", "https://microsoftgraph.chinacloudapi.cn/v1.0")]
    public void An_empty_address_is_the_clouds(string cloud, string address) =>
        Assert.Equal(address, Options(("Graph:BaseUrl", ""), ("Bot:Cloud", cloud)).EffectiveBaseUrl);

    [Fact]
    public void Graphs_own_setting_of_the_cloud_wins() =>
        Assert.Equal("China", Options(("Bot:Cloud", "Public"), ("Graph:Cloud", "China")).Cloud);

    [Theory]
    [InlineData("Graph:BaseUrl", "http://graph.test/v1.0")]
    [InlineData("Graph:BaseUrl", "graph.test/v1.0")]
    [InlineData("Graph:BaseUrl", "https://someone@graph.test/v1.0")]
    [InlineData("Graph:BaseUrl", "https://graph.test/v1.0?a=b")]
    [InlineData("Graph:BaseUrl", "ftp://127.0.0.1/v1.0")]
    [InlineData("Graph:Cloud", "Moon")]
    [InlineData("Graph:MaxAttempts", "0")]
    [InlineData("Graph:TotalTimeout", "00:00:01")]
    public void Settings_that_cannot_work_are_refused(string key, string value) =>
        Assert.Throws<OptionsValidationException>(() => Options((key, value)));

    [Theory]
    [InlineData("http://127.0.0.1:3978/sandbox/graph/v1.0")]
    [InlineData("http://localhost:3978/v1.0/")]
    [InlineData("https://graph.test/v1.0")]
    public void Https_anywhere_and_http_on_this_machine_are_taken(string address) =>
        Assert.Equal(address.TrimEnd('/'), Options(("Graph:BaseUrl", address)).EffectiveBaseUrl);

    private static GraphOptions Options(params (string Key, string Value)[] settings)
    {
        using var services = GraphFixture.Services(TimeProvider.System, new CountingCredential(TimeProvider.System), null, settings);
        return services.GetRequiredService<IOptions<GraphOptions>>().Value;
    }
}
