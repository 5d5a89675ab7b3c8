using System.Net;
using System.Text;
using FastTrackBot.Platform.BotFramework.Authentication;
using FastTrackBot.Platform.BotFramework.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FastTrackBot.Tests.Platform.BotFramework.Authentication;

/// <summary>The ways in that must be shut; those that must be open are in the other part.</summary>
public sealed partial class ActivityAuthenticatorTests : IAsyncLifetime
{
    private AuthenticationHarness _door = null!;

    public async ValueTask InitializeAsync() => _door = await AuthenticationHarness.StartAsync();

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    private TestToken Connector => TestToken.OfConnector(_door.Clock);

    public static TheoryData<string, string?, string> BadHeaders => new()
    {
        { "no header", null, "authorization.missing" },
        { "empty header", "", "authorization.missing" },
        { "blank header", "   ", "authorization.missing" },
        { "another scheme", "Basic dXNlcjpwYXNzd29yZA==", "authorization.scheme" },
        { "no scheme", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA", "authorization.scheme" },
        { "scheme only", "Bearer ", "token.malformed" },
        { "garbage", "Bearer garbage", "token.malformed" },
        { "dots only", "Bearer ..", "token.malformed" },
        { "not Base64", "Bearer !!!.???.***", "token.malformed" },
        { "Base64 but not JSON", "Bearer aGVsbG8.aGVsbG8.aGVsbG8", "token.malformed" },
        { "JSON but no object", "Bearer W10.W10.AAAA", "token.malformed" },
        { "empty objects", "Bearer e30.e30.AAAA", "token.algorithm" },
        { "two parts", "Bearer eyJhbGciOiJSUzI1NiJ9.e30", "token.malformed" },
        { "two tokens", "Bearer a.b.c, Bearer a.b.c", "token.malformed" },
    };

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public async Task A_header_without_a_signed_token_is_refused(string way, string? header, string code)
    {
        await AssertRefused(401, code, _door.PostAsync(header));
        Assert.True(_door.Issuer.Fetches == 0, $"{way} made the bot fetch keys");
    }

    public static TheoryData<string, string> BadClaims => new()
    {
        { "audience of another app", "token.audience" },
        { "audience of the connector itself", "token.audience" },
        { "no audience", "token.audience" },
        { "an audience with a slash", "token.audience" },
        { "another issuer", "token.issuer" },
        { "an issuer with a slash", "token.issuer" },
        { "no issuer", "token.issuer" },
        { "the issuer of another cloud", "token.issuer" },
        { "expired", "token.expired" },
        { "not yet valid", "token.not-yet-valid" },
        { "no expiry", "token.no-lifetime" },
        { "no beginning", "token.no-lifetime" },
        { "no service URL", "token.no-service-url" },
        { "an empty service URL", "token.no-service-url" },
        { "an expiry that is no number", "token.malformed" },
    };

    [Theory]
    [MemberData(nameof(BadClaims))]
    public async Task A_well_signed_token_with_a_wrong_claim_is_refused(string way, string code)
    {
        var now = _door.Clock.GetUtcNow();
        var token = way switch
        {
            "audience of another app" => Connector.With("aud", TestToken.OtherApp),
            "audience of the connector itself" => Connector.With("aud", "https://api.botframework.com"),
            "no audience" => Connector.With("aud", null),
            "an audience with a slash" => Connector.With("aud", TestToken.AppId + "/"),
            "another issuer" => Connector.With("iss", "https://issuer.example"),
            "an issuer with a slash" => Connector.With("iss", "https://api.botframework.com/"),
            "no issuer" => Connector.With("iss", null),
            "the issuer of another cloud" => Connector.With("iss", "https://api.botframework.us"),
            "expired" => Connector.Living(now.AddHours(-2), now.AddMinutes(-5).AddSeconds(-1)),
            "not yet valid" => Connector.Living(now.AddMinutes(5).AddSeconds(1), now.AddHours(1)),
            "no expiry" => Connector.With("exp", null),
            "no beginning" => Connector.With("nbf", null),
            "no service URL" => Connector.With("serviceurl", null),
            "an empty service URL" => Connector.With("serviceurl", ""),
            "an expiry that is no number" => Connector.With("exp", "tomorrow"),
            _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
        };
        await AssertRefused(401, code, _door.PostAsync(token));
    }

    [Fact]
    public Task A_token_signed_by_another_key_of_the_same_id_is_refused() =>
        AssertRefused(401, "token.signature", _door.PostAsync(Connector.SignedBy(TestKey.Forged)));

    [Fact]
    public Task A_token_whose_claims_were_changed_after_signing_is_refused()
    {
        var (mine, wanted) = (Connector.With("aud", TestToken.OtherApp).Mint().Split('.'), Connector.Mint().Split('.'));
        return AssertRefused(401, "token.signature", _door.PostAsync($"Bearer {wanted[0]}.{wanted[1]}.{mine[2]}"));
    }

    [Fact]
    public Task A_token_of_an_unknown_key_is_refused() =>
        AssertRefused(401, "token.unknown-key", _door.PostAsync(Connector.SignedBy(TestKey.Second)));

    [Fact]
    public Task A_token_without_a_key_id_is_refused() =>
        AssertRefused(401, "token.unknown-key", _door.PostAsync(Connector.WithHeader("kid", "")));

    [Fact]
    public Task An_unsigned_token_is_refused() =>
        AssertRefused(401, "token.algorithm", _door.PostAsync("Bearer " + Connector.MintUnsigned()));

    [Fact]
    public Task A_token_signed_with_the_public_key_as_a_secret_is_refused() =>
        AssertRefused(401, "token.algorithm", _door.PostAsync("Bearer " + Connector.MintWithSecret(
            Encoding.ASCII.GetBytes(TestKey.First.Rsa.ExportSubjectPublicKeyInfoPem()))));

    [Theory]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("rs256")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")]
    public Task A_token_of_another_algorithm_is_refused(string algorithm) =>
        AssertRefused(401, "token.algorithm", _door.PostAsync(Connector.WithHeader("alg", algorithm)));

    [Fact]
    public Task A_token_that_brings_its_own_key_is_refused()
    {
        var token = Connector.SignedBy(TestKey.Second with { Id = "own" }).WithHeader("jwk", TestKey.Second.Published()).WithHeader("jku", "https://evil.example/keys");
        return AssertRefused(401, "token.unknown-key", _door.PostAsync(token));
    }

    [Fact]
    public async Task An_encrypted_token_is_refused_before_anything_is_fetched()
    {
        await AssertRefused(401, "token.malformed", _door.PostAsync("Bearer eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00iLCJ6aXAiOiJERUYifQ.a.b.c.d"));
        Assert.Equal(0, _door.Issuer.Fetches);
    }

    [Fact]
    public async Task A_huge_token_is_refused_before_anything_is_fetched()
    {
        await AssertRefused(401, "token.too-long", _door.PostAsync(Connector.With("padding", new string('x', 16 * 1024))));
        Assert.Equal(0, _door.Issuer.Fetches);
    }

    public static TheoryData<string, string> UncoveredActivities => new()
    {
        { "another service URL", "service-url.mismatch" },
        { "no service URL", "service-url.mismatch" },
        { "a channel that the key may not speak for", "channel.not-endorsed" },
        { "no channel", "channel.not-endorsed" },
        { "another tenant", "tenant.not-allowed" },
        { "no tenant", "tenant.missing" },
        { "another tenant in the conversation", "tenant.not-allowed" },
    };

    [Theory]
    [MemberData(nameof(UncoveredActivities))]
    public async Task A_valid_token_does_not_cover_an_activity_with(string way, string code)
    {
        var message = AuthenticationHarness.Message;
        var activity = way switch
        {
            "another service URL" => message with { ServiceUrl = "https://smba.trafficmanager.net/amer/" },
            "no service URL" => message with { ServiceUrl = null },
            "a channel that the key may not speak for" => message with { ChannelId = "directline" },
            "no channel" => message with { ChannelId = null },
            "another tenant" => message with { ChannelData = new TeamsChannelData { Tenant = new TenantInfo(TestToken.OtherTenant) } },
            "no tenant" => message with { ChannelData = null },
            "another tenant in the conversation" => message with { ChannelData = null, Conversation = new ConversationAccount { TenantId = TestToken.OtherTenant } },
            _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
        };
        await AssertRefused(403, code, _door.PostAsync(Connector, activity));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_key_without_endorsements_speaks_for_no_channel(bool emptyList)
    {
        _door.Issuer.Publish(TestKey.First with { Endorsements = emptyList ? [] : null });
        return AssertRefused(403, "channel.not-endorsed", _door.PostAsync(Connector));
    }

    [Theory]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("http://127.0.0.1:3978/")]
    [InlineData("https://user@smba.trafficmanager.net/emea/")]
    public Task Even_a_valid_token_cannot_vouch_for_an_unfit_service_url(string url) =>
        AssertRefused(403, "service-url.untrusted", _door.PostAsync(Connector.With("serviceurl", url), AuthenticationHarness.Message with { ServiceUrl = url }));

    [Fact]
    public Task An_entra_token_is_refused_when_no_callers_are_allowed() =>
        AssertRefused(401, "token.issuer", _door.PostAsync(TestToken.OfEntra(_door.Clock)));

    [Fact]
    public async Task An_entra_token_of_another_tenant_is_refused()
    {
        _door.Settings["Bot:AllowedCallers:0"] = TestToken.OtherApp;
        var foreign = TestToken.OfEntra(_door.Clock).With("tid", TestToken.OtherTenant);
        await AssertRefused(401, "token.tenant", _door.PostAsync(foreign));
        await AssertRefused(401, "token.issuer", _door.PostAsync(foreign.With("iss", $"https://login.microsoftonline.com/{TestToken.OtherTenant}/v2.0")));
    }

    [Fact]
    public async Task An_entra_token_of_an_app_that_is_not_on_the_list_is_refused()
    {
        _door.Settings["Bot:AllowedCallers:0"] = TestToken.OtherApp;
        await AssertRefused(401, "caller.not-allowed", _door.PostAsync(TestToken.OfEntra(_door.Clock).With("azp", "cccccccc-0000-0000-0000-000000000003")));
        await AssertRefused(401, "caller.not-allowed", _door.PostAsync(TestToken.OfEntra(_door.Clock).With("azp", null).With("appid", TestToken.OtherApp)));
    }

    [Fact]
    public async Task An_entra_caller_cannot_name_a_service_url_that_nothing_vouches_for()
    {
        _door.Settings["Bot:AllowedCallers:0"] = TestToken.OtherApp;
        var activity = AuthenticationHarness.Message with { ServiceUrl = "https://skill.example/" };
        await AssertRefused(403, "service-url.untrusted", _door.PostAsync(TestToken.OfEntra(_door.Clock).With("serviceurl", "https://skill.example/"), activity));
    }

    [Fact]
    public async Task Without_an_app_id_every_request_is_refused_and_one_line_says_why()
    {
        _door.Settings.Remove("Bot:AppId");
        await StartAsync();
        await AssertRefused(401, "bot.not-configured", _door.PostAsync(Connector));
        await AssertRefused(401, "bot.not-configured", _door.PostAsync((string?)null));

        var line = Assert.Single(_door.Log.Lines);
        Assert.Equal((LogLevel.Error, 1101), (line.Level, line.Id));
        Assert.Contains("Bot:AppId", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unreachable_keys_are_nobodys_fault_and_the_next_request_tries_again()
    {
        _door.Issuer.Failing = true;
        await AssertRefused(503, "keys.unavailable", _door.PostAsync(Connector));

        _door.Issuer.Failing = false;
        await AssertAdmitted(_door.PostAsync(Connector));
    }

    [Theory]
    [InlineData("Production", "127.0.0.1")]
    [InlineData("Staging", "127.0.0.1")]
    [InlineData("Development", "10.0.0.7")]
    [InlineData("Development", "::ffff:10.0.0.7")]
    [InlineData("Development", "192.168.1.1")]
    public Task The_bypass_stays_shut_in_another_environment_or_from_another_machine(string environment, string from)
    {
        TurnBypassOn(environment);
        return AssertRefused(401, "authorization.missing", _door.PostAsync(null, null, IPAddress.Parse(from)));
    }

    [Fact]
    public async Task A_bypass_outside_development_is_reported_at_the_start()
    {
        TurnBypassOn(Environments.Production);
        await StartAsync();
        Assert.Equal([(LogLevel.Error, 1103)], _door.Log.Lines.Select(l => (l.Level, l.Id)));
    }

    [Fact]
    public async Task The_bypass_takes_no_bad_token_and_no_other_tenant()
    {
        TurnBypassOn(Environments.Development);
        await AssertRefused(401, "token.signature", _door.PostAsync("Bearer " + Connector.SignedBy(TestKey.Forged).Mint(), null, IPAddress.Loopback));
        var foreign = AuthenticationHarness.Message with { ChannelData = new TeamsChannelData { Tenant = new TenantInfo(TestToken.OtherTenant) } };
        await AssertRefused(403, "tenant.not-allowed", _door.PostAsync(null, foreign, IPAddress.Loopback));
    }

    [Fact]
    public async Task A_refusal_is_logged_with_its_code_on_one_line_and_without_the_token()
    {
        var token = Connector.With("aud", "other\nforged line").Mint();
        await _door.PostAsync("Bearer " + token);

        var line = Assert.Single(_door.Log.Lines, l => l.Id == 1100);
        Assert.Contains("token.audience", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line.Text);
        Assert.DoesNotContain(token.Split('.')[2], line.Text, StringComparison.Ordinal);
    }

    /// <summary>A signature in ordinary Base64 is the same signature to a lenient reader.</summary>
    [Fact]
    public async Task A_token_in_another_spelling_is_refused()
    {
        var valid = Connector.Mint();
        var signature = valid.LastIndexOf('.');
        // A signature without either letter is one in three thousand; then a padding stands for them.
        var respelt = valid[..signature] + valid[signature..].Replace('-', '+').Replace('_', '/');
        if (respelt == valid) respelt += "=";

        Assert.Equal("token.malformed", (await _door.PostAsync("Bearer " + respelt)).Refusal?.Code);
        Assert.Null((await _door.PostAsync("Bearer " + valid)).Refusal);
    }

    [Fact]
    public async Task Whatever_bytes_come_as_a_token_the_answer_is_a_refusal()
    {
        var random = new Random(7);
        var valid = Connector.Mint();
        for (var i = 0; i < 500; i++)
        {
            var broken = valid.ToCharArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                broken[random.Next(broken.Length - 4)] = (char)random.Next('!', '~');
            if (new string(broken) != valid)
                Assert.NotNull((await _door.PostAsync("Bearer " + new string(broken))).Refusal);
        }
    }

    private void TurnBypassOn(string environment)
    {
        _door.Environment = environment;
        _door.Settings["Bot:DangerouslyAllowUnauthenticated"] = "true";
    }

    private async Task StartAsync()
    {
        foreach (var service in _door.Services.GetServices<IHostedService>())
            await service.StartAsync(TestContext.Current.CancellationToken);
    }

    private static async Task AssertRefused(int status, string code, Task<AuthenticationResult> posted)
    {
        var result = await posted;
        Assert.NotNull(result.Refusal);
        Assert.Equal((status, code), (result.Refusal.Status, result.Refusal.Code));
        Assert.Null(result.Caller);
    }

    private static async Task<Caller> AssertAdmitted(Task<AuthenticationResult> posted)
    {
        var result = await posted;
        Assert.Null(result.Refusal);
        return result.Caller!;
    }
}
