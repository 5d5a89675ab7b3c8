using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Tests.Platform.BotFramework.Authentication;
using FastTrackBot.Tests.Platform.BotFramework.Connector;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Bot;

/// <summary>The bot as it runs in production: with real tokens in, and its own out.</summary>
public sealed class TokenScripts
{
    [Fact]
    public async Task A_message_with_the_connectors_token_is_answered_with_the_bots_own()
    {
        await using var issuer = await LocalOpenIdServer.StartAsync();
        await using var bot = await StartAsync(issuer);

        Assert.Equal(200, (await PostAsync(bot, TestToken.OfConnector(bot.Clock).Mint())).Status);

        Assert.Contains("What I can do for you", Assert.Single(bot.Channel.Sent).Activity.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_good_token_nothing_happens()
    {
        await using var issuer = await LocalOpenIdServer.StartAsync();
        await using var bot = await StartAsync(issuer);
        var old = TestToken.OfConnector(bot.Clock).Living(bot.Clock.GetUtcNow().AddHours(-3), bot.Clock.GetUtcNow().AddHours(-2));

        Assert.Equal(401, (await PostAsync(bot, null)).Status);
        Assert.Equal(401, (await PostAsync(bot, old.Mint())).Status);
        Assert.Equal(401, (await PostAsync(bot, TestToken.OfConnector(bot.Clock).With("aud", TestToken.OtherApp).Mint())).Status);
        Assert.Equal(403, (await PostAsync(bot, TestToken.OfConnector(bot.Clock).With("serviceurl", "https://elsewhere.example/").Mint())).Status);

        Assert.Empty(bot.Channel.Calls);
    }

    [Fact]
    public async Task Nothing_of_the_sandbox_is_there()
    {
        await using var issuer = await LocalOpenIdServer.StartAsync();
        await using var bot = await StartAsync(issuer);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sandbox/requests");

        Assert.Equal(404, (await bot.SendAsync(request)).Status);
    }

    private static Task<BotHost> StartAsync(LocalOpenIdServer issuer) => BotHost.StartAsync(bot =>
    {
        bot.Settings["environment"] = "Production";
        bot.Settings["Bot:DangerouslyAllowUnauthenticated"] = "false";
        bot.Settings["Bot:AppId"] = TestToken.AppId;
        bot.Settings["Bot:TenantId"] = TestToken.Tenant;
        bot.Settings["Bot:OpenIdMetadataUrl"] = issuer.MetadataUrl;
        bot.AlsoAdd = services => services.AddSingleton(new ConnectorAuthorization(
            new AccessTokenSource(() => new FakeCredential(bot.Clock), "https://api.botframework.com/.default", bot.Clock), mayBeMissing: false));
    });

    private static async Task<BotAnswer> PostAsync(BotHost bot, string? token)
    {
        var message = Wire.Message(People.Member, Place.PersonalChatOf(People.Member), "help");
        message["serviceUrl"] = TestToken.ServiceUrl;
        message["channelData"]!["tenant"] = new JsonObject { ["id"] = TestToken.Tenant };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(message.ToJsonString()) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await bot.SendAsync(request);
    }
}
