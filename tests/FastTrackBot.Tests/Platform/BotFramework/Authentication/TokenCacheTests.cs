using FastTrackBot.Platform.BotFramework.Authentication;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Tests.Platform.BotFramework.Authentication;

public sealed class TokenCacheTests : IAsyncLifetime
{
    private static readonly Caller Caller = new(true, TestToken.ServiceUrl, ["msteams"], null, "https://api.botframework.com");
    private readonly FakeClock _clock = new();
    private readonly TokenCache _cache;
    private LocalOpenIdServer _issuer = null!;
    private SigningKeys _keys = null!;

    public TokenCacheTests() => _cache = new TokenCache(_clock);

    public async ValueTask InitializeAsync()
    {
        _issuer = await LocalOpenIdServer.StartAsync();
        _keys = new SigningKeys(_issuer.MetadataUrl, _clock, NullLogger<SigningKeys>.Instance);
        await _keys.GetAsync("key-1", TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _issuer.DisposeAsync();

    [Fact]
    public void A_token_is_remembered_for_five_minutes()
    {
        Add("token", TimeSpan.FromHours(1));
        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Same(Caller, _cache.Find("token"));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(_cache.Find("token"));
    }

    [Fact]
    public void A_token_is_not_remembered_beyond_its_expiry()
    {
        Add("token", TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_cache.Find("token"));
    }

    [Theory]
    [InlineData("Token")]
    [InlineData("token ")]
    [InlineData("toke")]
    public void Another_token_is_another_token(string other)
    {
        Add("token", TimeSpan.FromHours(1));
        Assert.Null(_cache.Find(other));
    }

    [Fact]
    public void However_many_callers_come_the_cache_stays_small()
    {
        for (var i = 0; i < 5000; i++)
            Add($"token-{i}", TimeSpan.FromHours(1));
        Assert.InRange(Enumerable.Range(0, 5000).Count(i => _cache.Find($"token-{i}") is not null), 1, 1024);
        Assert.NotNull(_cache.Find("token-4999"));
    }

    private void Add(string token, TimeSpan life) => _cache.Add(token, Caller, _clock.GetUtcNow() + life, _keys, _keys.Current!);
}
