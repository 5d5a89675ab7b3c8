using System.Net;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Tests.Platform.BotFramework.Authentication;

namespace FastTrackBot.Tests.Platform.BotFramework.Connector;

/// <summary>Where the bot writes to, and so shows its token.</summary>
public sealed class ServiceUrlTests : IAsyncLifetime
{
    private static readonly Activity Hello = new() { Type = ActivityTypes.Message, Text = "Hello" };
    private readonly Network _network = new();
    private ConnectorHarness _harness = null!;

    public async ValueTask InitializeAsync()
    {
        _harness = await ConnectorHarness.StartAsync();
        _harness.Handler = _network;
        _harness.Door.Environment = "Production";
    }

    public async ValueTask DisposeAsync()
    {
        await _harness.DisposeAsync();
        _network.Dispose();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/emea/")]
    [InlineData("https://evil-smba.trafficmanager.net/emea/")]
    [InlineData("https://evil.trafficmanager.net/emea/")]
    [InlineData("https://evil-botframework.com/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user:password@smba.trafficmanager.net/emea/")]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/")]
    [InlineData("https://evil.example/https://smba.trafficmanager.net/")]
    [InlineData("https://evil.example#smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net/emea/?url=")]
    [InlineData("https://smba.trafficmanager.net/emea/#")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://smba.trafficmanager.net:80/emea/")]
    [InlineData("https://smba.trafficmanager.net./emea/")]
    [InlineData("https://smba。trafficmanager。net/emea/")]
    [InlineData("https://ѕmba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net\t.evil.example/")]
    [InlineData(" https://smba.trafficmanager.net/emea/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("ftp://smba.trafficmanager.net/emea/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//smba.trafficmanager.net/emea/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("http://127.0.0.1:3978/")]
    [InlineData("https://localhost/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://2130706433/")]
    [InlineData("http://169.254.169.254/metadata/identity/oauth2/token")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch/")]
    [InlineData("")]
    public async Task Nothing_is_sent_to_a_stranger(string serviceUrl)
    {
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(serviceUrl));
        Assert.True(failure.Is(ConnectorErrors.UntrustedServiceUrl));
        Assert.Empty(_network.Hosts);
        Assert.Equal(0, _harness.Credential.Given);
    }

    [Theory]
    [InlineData("Public", "https://smba.trafficmanager.net/emea/")]
    [InlineData("Public", "https://SMBA.TrafficManager.NET:443/teams")]
    [InlineData("Public", "https://smba.infra.gcc.teams.microsoft.com/gcc")]
    public async Task The_clouds_own_hosts_are_known(string cloud, string serviceUrl)
    {
        _harness.Door.Settings["Bot:Cloud"] = cloud;
        Assert.Equal("1", await SendAsync(serviceUrl));
        Assert.Equal([new Uri(serviceUrl).Host], _network.Hosts);
    }

    [Fact]
    public async Task A_refused_address_comes_as_the_calls_outcome_not_before_it()
    {
        var call = SendAsync("https://evil.example/");
        Assert.True(call.IsFaulted);
        await Assert.ThrowsAsync<ConnectorException>(() => call);
    }

    [Fact]
    public async Task A_host_that_a_valid_token_named_is_trusted_from_then_on()
    {
        const string url = "https://new.teams.example/emea/";
        await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(url));

        var posted = await _harness.Door.PostAsync(
            TestToken.OfConnector(_harness.Clock).With("serviceurl", url), AuthenticationHarness.Message with { ServiceUrl = url });
        Assert.Null(posted.Refusal);
        Assert.Equal("1", await SendAsync(url));
        Assert.Equal(["new.teams.example"], _network.Hosts);
    }

    [Fact]
    public async Task A_host_that_only_the_activity_named_is_not_trusted()
    {
        const string url = "https://new.teams.example/emea/";
        var posted = await _harness.Door.PostAsync(TestToken.OfConnector(_harness.Clock), AuthenticationHarness.Message with { ServiceUrl = url });
        Assert.NotNull(posted.Refusal);
        await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(url));
    }

    [Theory]
    [InlineData("http://localhost:57150/_connector", true)]
    [InlineData("http://[::1]:57150/_connector", true)]
    [InlineData("http://192.168.1.7:57150/_connector", false)]
    [InlineData("http://localhost.evil.example/", false)]
    public async Task In_the_bypass_this_machine_is_trusted_and_no_other(string serviceUrl, bool trusted)
    {
        _harness.Door.Environment = "Development";
        if (trusted)
            Assert.Equal("1", await SendAsync(serviceUrl));
        else
            await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(serviceUrl));
    }

    private Task<string?> SendAsync(string serviceUrl) =>
        _harness.Client.SendAsync(serviceUrl, "a:1", Hello, TestContext.Current.CancellationToken);

    /// <summary>Every host answers, and is remembered.</summary>
    private sealed class Network : HttpMessageHandler
    {
        public List<string> Hosts { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Hosts.Add(request.RequestUri!.Host);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("""{"id":"1"}""") });
        }
    }
}
