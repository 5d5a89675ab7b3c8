using Azure.Core;
using FastTrackBot.Platform.Graph;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.Graph;

public sealed class GraphTokensTests
{
    private readonly ManualClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_kept_until_five_minutes_before_it_expires()
    {
        var credential = new CountingCredential(_clock);
        await using var services = GraphFixture.Services(_clock, credential);
        var tokens = services.GetRequiredService<GraphTokens>();

        Assert.Equal("token-1", await tokens.GetAsync(Ct));
        _clock.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromSeconds(1));
        Assert.Equal("token-1", await tokens.GetAsync(Ct));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token-2", await tokens.GetAsync(Ct));
    }

    [Fact]
    public async Task However_many_wait_the_credential_is_asked_once()
    {
        var gate = new TaskCompletionSource();
        var credential = new CountingCredential(_clock) { Gate = gate.Task };
        await using var services = GraphFixture.Services(_clock, credential);
        var tokens = services.GetRequiredService<GraphTokens>();

        var waiting = Enumerable.Range(0, 20).Select(_ => tokens.GetAsync(Ct)).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(waiting), token => Assert.Equal("token-1", token));
        Assert.Equal(1, credential.Count);
    }

    [Fact]
    public async Task One_who_leaves_does_not_take_the_others_token_away()
    {
        var gate = new TaskCompletionSource();
        var credential = new CountingCredential(_clock) { Gate = gate.Task };
        await using var services = GraphFixture.Services(_clock, credential);
        var tokens = services.GetRequiredService<GraphTokens>();
        using var leaving = new CancellationTokenSource();

        var first = tokens.GetAsync(leaving.Token);
        var second = tokens.GetAsync(Ct);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.Equal("token-2", await second);
    }

    [Fact]
    public async Task Forgetting_an_old_token_leaves_the_new_one()
    {
        var credential = new CountingCredential(_clock);
        await using var services = GraphFixture.Services(_clock, credential);
        var tokens = services.GetRequiredService<GraphTokens>();
        await tokens.GetAsync(Ct);

        tokens.Forget("token-1");
        Assert.Equal("token-2", await tokens.GetAsync(Ct));
        tokens.Forget("token-1");
        Assert.Equal("token-2", await tokens.GetAsync(Ct));
    }

    [Theory]
    [InlineData("Public", "https://graph.microsoft.com/.default")]
    [InlineData("UsGovernment", "https://graph.microsoft.us/.default")]
    [InlineData("UsGovernmentDoD", "https://dod-graph.microsoft.us/.default")]
    [InlineData("China", "https://microsoftgraph.chinacloudapi.cn/.default")]
    public async Task The_scope_is_the_clouds(string cloud, string scope)
    {
        var credential = new CountingCredential(_clock);
        await using var services = GraphFixture.Services(_clock, credential, null, ("Bot:Cloud", cloud));

        await services.GetRequiredService<GraphTokens>().GetAsync(Ct);

        Assert.Equal(scope, credential.Scope);
    }

    [Fact]
    public async Task A_credential_that_fails_is_told_apart_from_Graph()
    {
        await using var services = GraphFixture.Services(_clock, new BrokenCredential(), new ScriptedHandler());

        var failure = await Assert.ThrowsAsync<GraphException>(
            () => services.GetRequiredService<GraphClient>().GetOrganizationAsync(Ct));

        Assert.Equal((0, GraphCodes.TokenUnavailable), (failure.Status, failure.Code));
        Assert.False(failure.IsUnavailable);
    }

    private sealed class BrokenCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The secret has expired.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The secret has expired.");
    }
}
