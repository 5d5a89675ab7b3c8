using System.Net;
using FastTrackBot.Platform.BotFramework.Schema;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FastTrackBot.Tests.Platform.BotFramework.Authentication;

/// <summary>The ways in that must be open, and what a remembered token is worth.</summary>
public sealed partial class ActivityAuthenticatorTests
{
    [Fact]
    public async Task A_valid_token_is_taken_and_says_who_speaks()
    {
        var caller = await AssertAdmitted(_door.PostAsync(Connector));
        Assert.True(caller.Authenticated);
        Assert.Equal(TestToken.ServiceUrl, caller.ServiceUrl);
        Assert.Equal("https://api.botframework.com", caller.Issuer);
        Assert.Equal(["msteams", "webchat"], caller.Endorsements.Order());
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public Task Each_of_the_three_algorithms_is_taken(string algorithm) => AssertAdmitted(_door.PostAsync(Connector.WithHeader("alg", algorithm)));

    [Theory]
    [InlineData(-60, -4.9)]
    [InlineData(4.9, 60)]
    public Task A_token_within_the_clock_skew_is_taken(double from, double until) =>
        AssertAdmitted(_door.PostAsync(Connector.Living(_door.Clock.GetUtcNow().AddMinutes(from), _door.Clock.GetUtcNow().AddMinutes(until))));

    [Fact]
    public Task A_token_with_a_content_type_header_is_taken() => AssertAdmitted(_door.PostAsync(Connector.WithHeader("cty", "JWT")));

    [Fact]
    public Task The_scheme_is_read_in_any_case() => AssertAdmitted(_door.PostAsync("bearer   " + Connector.Mint()));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/" + TestToken.Tenant)]
    [InlineData("https://SMBA.trafficmanager.net/EMEA/" + TestToken.Tenant + "/")]
    public Task Case_and_a_slash_at_the_end_do_not_make_another_service_url(string url) =>
        AssertAdmitted(_door.PostAsync(Connector, AuthenticationHarness.Message with { ServiceUrl = url }));

    [Fact]
    public async Task The_tenant_may_stand_in_the_conversation_or_on_the_list_of_more_tenants()
    {
        _door.Settings["Bot:AllowedTenants:0"] = TestToken.OtherTenant.ToUpperInvariant();
        await AssertAdmitted(_door.PostAsync(
            Connector, AuthenticationHarness.Message with { ChannelData = null, Conversation = new ConversationAccount { TenantId = TestToken.OtherTenant } }));
    }

    [Fact]
    public async Task A_rotated_key_is_fetched_when_its_first_token_comes()
    {
        await AssertAdmitted(_door.PostAsync(Connector));
        _door.Issuer.Publish(TestKey.Second);
        _door.Clock.Advance(TimeSpan.FromMinutes(1));

        await AssertAdmitted(_door.PostAsync(Connector.SignedBy(TestKey.Second)));
        await AssertRefused(401, "token.unknown-key", _door.PostAsync(Connector.With("jti", "old key")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_entra_token_of_an_allowed_caller_is_taken(bool v1)
    {
        _door.Settings["Bot:AllowedCallers:0"] = TestToken.OtherApp.ToUpperInvariant();
        var caller = await AssertAdmitted(_door.PostAsync(v1 ? TestToken.OfEntraV1(_door.Clock) : TestToken.OfEntra(_door.Clock)));
        Assert.Equal(TestToken.Tenant, caller.TenantId);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task The_bypass_opens_in_development_for_this_machine(string from)
    {
        TurnBypassOn(Environments.Development);
        _door.Settings.Remove("Bot:AppId");
        await StartAsync();
        var local = AuthenticationHarness.Message with { ServiceUrl = "http://localhost:57150/_connector", ChannelId = null };

        var caller = await AssertAdmitted(_door.PostAsync(null, local, IPAddress.Parse(from)));
        Assert.False(caller.Authenticated);
        Assert.Equal([(LogLevel.Warning, 1102)], _door.Log.Lines.Select(l => (l.Level, l.Id)));
    }

    // What a remembered token is worth.

    [Fact]
    public async Task A_remembered_token_still_expires()
    {
        var token = Connector.Living(_door.Clock.GetUtcNow(), _door.Clock.GetUtcNow().AddMinutes(2));
        await AssertAdmitted(_door.PostAsync(token));
        _door.Clock.Advance(TimeSpan.FromMinutes(7));
        await AssertAdmitted(_door.PostAsync(token));
        _door.Clock.Advance(TimeSpan.FromSeconds(1));
        await AssertRefused(401, "token.expired", _door.PostAsync(token));
    }

    [Fact]
    public async Task A_remembered_token_is_forgotten_when_its_key_is_withdrawn()
    {
        var remembered = "Bearer " + Connector.Mint();
        await AssertAdmitted(_door.PostAsync(remembered));
        _door.Issuer.Publish(TestKey.Second);
        _door.Clock.Advance(TimeSpan.FromMinutes(1));
        await AssertAdmitted(_door.PostAsync(Connector.SignedBy(TestKey.Second)));

        await AssertRefused(401, "token.unknown-key", _door.PostAsync(remembered));
    }

    [Fact]
    public async Task A_remembered_token_covers_no_more_than_before()
    {
        var token = Connector;
        await AssertAdmitted(_door.PostAsync(token));
        await AssertRefused(403, "service-url.mismatch", _door.PostAsync(token, AuthenticationHarness.Message with { ServiceUrl = "https://smba.trafficmanager.net/amer/" }));
    }
}
