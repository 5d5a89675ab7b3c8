using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace FastTrackBot.Platform.BotFramework.Authentication;

/// <summary>
/// The signing keys of one issuer, fetched on first use and kept fresh. The library fetches and parses; its ConfigurationManager
/// does not keep them, because it reads the system's clock, makes every request wait for a refresh, and answers with a failed
/// first fetch for minutes.
/// </summary>
public sealed class SigningKeys(string metadataUrl, TimeProvider time, ILogger<SigningKeys> log)
{
    /// <summary>After this long, the next request starts a refresh and goes on with the keys at hand.</summary>
    public static readonly TimeSpan RefreshAfter = TimeSpan.FromHours(12);

    /// <summary>Older keys are trusted no more: a key may have been withdrawn for a reason.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(5);

    /// <summary>An unknown key id may be a rotated key or a stranger's fancy: it makes the bot ask again, but not more often.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(1);

    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(5), // Teams waits 15 s for the whole turn
        MaxResponseContentBufferSize = 1 << 20,
    };

    private readonly Lock _gate = new();
    private readonly HttpDocumentRetriever _documents = new(Http) { RequireHttps = !IsLoopback(metadataUrl) };
    private SigningKeySet? _current;
    private Task<SigningKeySet?>? _refresh;
    private DateTimeOffset _lastAttempt;
    private bool _lastAttemptFailed;

    public SigningKeySet? Current => Volatile.Read(ref _current);

    /// <summary>The keys to look <paramref name="keyId"/> up in, refreshed when it is unknown. Null: they cannot be had now, ask again.</summary>
    public async ValueTask<SigningKeySet?> GetAsync(string keyId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (Current is not { } keys || keys.AgeAt(now) > MaxAge)
            return await RefreshAsync().WaitAsync(cancellationToken);
        if (keys.Find(keyId) is null)
            return await AskAgainAsync(now).WaitAsync(cancellationToken);
        if (keys.AgeAt(now) > RefreshAfter && now - _lastAttempt > AskAgainAfter)
            _ = RefreshAsync();
        return keys;
    }

    private Task<SigningKeySet?> AskAgainAsync(DateTimeOffset now)
    {
        lock (_gate)
        {
            var justAsked = _refresh is { IsCompleted: true } && now - _lastAttempt < AskAgainAfter;
            return justAsked ? Task.FromResult(_lastAttemptFailed ? null : _current) : RefreshAsync();
        }
    }

    /// <summary>One fetch at a time, shared by all who wait; no single request's cancellation ends it.</summary>
    private Task<SigningKeySet?> RefreshAsync()
    {
        lock (_gate)
        {
            if (_refresh is not { IsCompleted: false })
            {
                _lastAttempt = time.GetUtcNow();
                _refresh = FetchAsync();
            }

            return _refresh;
        }
    }

    private async Task<SigningKeySet?> FetchAsync()
    {
        await Task.Yield(); // out of the lock
        try
        {
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(metadataUrl, _documents, CancellationToken.None);
            var keys = SigningKeySet.From(metadata.JsonWebKeySet ?? throw new InvalidOperationException("The metadata names no keys."), time.GetUtcNow());
            Volatile.Write(ref _current, keys);
            _lastAttemptFailed = false;
            Log.KeysFetched(log, keys.Count, metadataUrl);
            return keys;
        }
        catch (Exception reason) // whatever it was: the caller is told to come back, and the keys at hand stay
        {
            _lastAttemptFailed = true;
            Log.KeysUnavailable(log, metadataUrl, reason);
            return null;
        }
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.IsLoopback;
}
