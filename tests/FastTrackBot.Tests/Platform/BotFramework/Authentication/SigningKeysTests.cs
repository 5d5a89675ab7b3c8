using FastTrackBot.Platform.BotFramework.Authentication;
using Microsoft.Extensions.Logging;

namespace FastTrackBot.Tests.Platform.BotFramework.Authentication;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private readonly RecordedLog _log = new();
    private LocalOpenIdServer _issuer = null!;
    private SigningKeys _keys = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await LocalOpenIdServer.StartAsync();
        _keys = new SigningKeys(_issuer.MetadataUrl, _clock, new LoggerFactory([_log]).CreateLogger<SigningKeys>());
    }

    public ValueTask DisposeAsync() => _issuer.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_are_fetched_once_for_all_who_ask_at_once_and_then_kept()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => _keys.GetAsync("key-1", Cancel).AsTask()));
        await _keys.GetAsync("key-1", Cancel);

        Assert.Single(asked.Distinct());
        Assert.Equal(1, _issuer.Fetches);
        Assert.Equal(["msteams", "webchat"], _keys.Current!.Find("key-1")!.Endorsements.Order());
    }

    [Fact]
    public async Task Keys_are_fetched_anew_after_twelve_hours_while_the_old_ones_serve()
    {
        var old = await _keys.GetAsync("key-1", Cancel);
        _issuer.Publish(TestKey.First, TestKey.Second);
        _clock.Advance(SigningKeys.RefreshAfter + TimeSpan.FromSeconds(1));

        Assert.Same(old, await _keys.GetAsync("key-1", Cancel));
        // An unknown key waits for the refresh that is under way.
        Assert.NotNull((await _keys.GetAsync("key-2", Cancel))!.Find("key-2"));
        Assert.Equal(2, _issuer.Fetches);
    }

    [Fact]
    public async Task Strangers_with_made_up_keys_make_the_bot_ask_once_a_minute_at_most()
    {
        await _keys.GetAsync("key-1", Cancel);
        for (var second = 0; second < 120; second++)
        {
            Assert.Null((await _keys.GetAsync($"made-up-{second}", Cancel))!.Find($"made-up-{second}"));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, _issuer.Fetches);
    }

    [Fact]
    public async Task While_the_issuer_is_away_known_keys_serve_and_unknown_ones_have_to_wait()
    {
        await _keys.GetAsync("key-1", Cancel);
        _issuer.Failing = true;
        _issuer.Publish(TestKey.First, TestKey.Second);
        _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Null(await _keys.GetAsync("key-2", Cancel));
        Assert.Null(await _keys.GetAsync("key-2", Cancel));
        Assert.NotNull((await _keys.GetAsync("key-1", Cancel))!.Find("key-1"));
        Assert.Equal(2, _issuer.Fetches);
        Assert.Single(_log.Lines, l => l is { Level: LogLevel.Error, Id: 1111 });

        _issuer.Failing = false;
        _clock.Advance(SigningKeys.AskAgainAfter);
        Assert.NotNull((await _keys.GetAsync("key-2", Cancel))!.Find("key-2"));
    }

    [Fact]
    public async Task Keys_that_could_not_be_renewed_for_days_are_trusted_no_more()
    {
        await _keys.GetAsync("key-1", Cancel);
        _issuer.Failing = true;
        _clock.Advance(SigningKeys.MaxAge + TimeSpan.FromSeconds(1));
        Assert.Null(await _keys.GetAsync("key-1", Cancel));
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_end_the_fetch()
    {
        using var gaveUp = new CancellationTokenSource();
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _keys.GetAsync("key-1", gaveUp.Token));
        Assert.NotNull(await _keys.GetAsync("key-1", Cancel));
        Assert.Equal(1, _issuer.Fetches);
    }

    [Fact]
    public async Task Metadata_without_encryption_is_taken_from_this_machine_only()
    {
        var far = new SigningKeys("http://login.botframework.example/metadata", _clock, new LoggerFactory([_log]).CreateLogger<SigningKeys>());
        Assert.Null(await far.GetAsync("key-1", Cancel));
        Assert.Single(_log.Lines, l => l.Id == 1111);
    }
}
