using FastTrackBot.Platform.BotFramework.Connector;

namespace FastTrackBot.Tests.Platform.BotFramework.Connector;

public sealed class AccessTokenSourceTests
{
    private readonly FakeClock _clock = new();
    private readonly FakeCredential _credential;
    private readonly AccessTokenSource _tokens;
    private int _credentials;

    public AccessTokenSourceTests()
    {
        _credential = new FakeCredential(_clock);
        _tokens = new AccessTokenSource(() => Counted(_credential), "https://api.botframework.com/.default", _clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_kept_until_five_minutes_before_it_expires()
    {
        Assert.Equal("token-1", await TokenAsync());
        _clock.Advance(TimeSpan.FromMinutes(54.9));
        Assert.Equal("token-1", await TokenAsync());
        _clock.Advance(TimeSpan.FromMinutes(0.1));
        Assert.Equal("token-2", await TokenAsync());
        Assert.Equal(["https://api.botframework.com/.default"], _credential.Scopes);
    }

    [Fact]
    public async Task All_who_need_a_token_at_once_wait_for_one_request()
    {
        var gate = new TaskCompletionSource();
        _credential.Gate = gate.Task;
        var waiting = Enumerable.Range(0, 20).Select(_ => TokenAsync()).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(waiting), t => Assert.Equal("token-1", t));
    }

    [Fact]
    public async Task Who_gives_up_does_not_spoil_it_for_the_others()
    {
        var gate = new TaskCompletionSource();
        _credential.Gate = gate.Task;
        using var gaveUp = new CancellationTokenSource();
        var impatient = _tokens.GetAsync(gaveUp.Token).AsTask();
        var patient = TokenAsync();
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);

        gate.SetResult();
        Assert.Equal("token-1", await patient);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        _credential.Gate = Task.FromException(new InvalidOperationException("Entra is away"));
        await Assert.ThrowsAsync<InvalidOperationException>(TokenAsync);
        _credential.Gate = Task.CompletedTask;
        Assert.Equal("token-1", await TokenAsync());
    }

    [Fact]
    public async Task A_refused_token_is_dropped_with_its_credential_and_only_once()
    {
        var refused = await _tokens.GetAsync(Cancel);
        _tokens.Drop(refused);
        Assert.Equal("token-2", await TokenAsync());
        _tokens.Drop(refused);
        Assert.Equal("token-2", await TokenAsync());
        Assert.Equal(2, _credentials);
    }

    private async Task<string?> TokenAsync() => (await _tokens.GetAsync(Cancel)).Parameter;

    private FakeCredential Counted(FakeCredential credential)
    {
        _credentials++;
        return credential;
    }
}
