using System.Net.Http.Headers;
using Azure.Core;

namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>The bot's own token for one scope, kept until five minutes before it expires; whoever needs it meanwhile waits for one request.</summary>
/// <param name="credential">Makes a credential. Azure.Identity keeps tokens within one, so that only a new one gets a really new token.</param>
public sealed class AccessTokenSource(Func<TokenCredential> credential, string scope, TimeProvider time)
{
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly TokenRequestContext _request = new([scope]);
    private TokenCredential? _credential;
    private Held? _held;
    private Task<Held>? _fetch;

    public ValueTask<AuthenticationHeaderValue> GetAsync(CancellationToken cancellationToken)
    {
        var held = Volatile.Read(ref _held);
        return held is not null && time.GetUtcNow() < held.Until ? new(held.Header) : FetchSharedAsync(cancellationToken);
    }

    /// <summary>Gives up a token that was not taken, unless another one has replaced it already.</summary>
    public void Drop(AuthenticationHeaderValue refused)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_held?.Header, refused))
                return;
            (_held, _credential) = (null, null);
        }
    }

    private async ValueTask<AuthenticationHeaderValue> FetchSharedAsync(CancellationToken cancellationToken)
    {
        Task<Held> fetch;
        lock (_gate)
        {
            if (_held is { } held && time.GetUtcNow() < held.Until)
                return held.Header;
            if (_fetch is not { IsCompleted: false })
                _fetch = FetchAsync(_credential ??= credential());
            fetch = _fetch;
        }

        return (await fetch.WaitAsync(cancellationToken)).Header;
    }

    private async Task<Held> FetchAsync(TokenCredential from)
    {
        await Task.Yield(); // out of the lock
        // Shared by all who wait: no single one's cancellation ends it.
        var token = await from.GetTokenAsync(_request, CancellationToken.None);
        var held = new Held(new AuthenticationHeaderValue("Bearer", token.Token), token.ExpiresOn - Reserve);
        lock (_gate)
            return _held = held;
    }

    private sealed record Held(AuthenticationHeaderValue Header, DateTimeOffset Until);
}
