using Azure.Core;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.Graph;

/// <summary>
/// The one app-only token for Graph, kept until five minutes before it expires. However many calls wait for it, the
/// credential is asked once.
/// </summary>
public sealed class GraphTokens(TokenCredential credential, IOptionsMonitor<GraphOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile Cached? _cached;

    /// <exception cref="GraphException">The credential gave no token (<see cref="GraphCodes.TokenUnavailable"/>).</exception>
    public async Task<string> GetAsync(CancellationToken ct)
    {
        var scope = options.CurrentValue.EffectiveScope;
        if (Fresh(scope) is { } known)
            return known;
        await _oneAtATime.WaitAsync(ct);
        try
        {
            return Fresh(scope) ?? await AskAsync(scope, ct);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Graph refused this token; the next call gets another. A newer one that was fetched meanwhile stays.</summary>
    public void Forget(string refused)
    {
        var cached = _cached;
        if (cached?.Token.Token == refused)
            Interlocked.CompareExchange(ref _cached, null, cached);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private string? Fresh(string scope) =>
        _cached is { } cached && cached.Scope == scope && cached.Token.ExpiresOn - Margin > time.GetUtcNow() ? cached.Token.Token : null;

    private async Task<string> AskAsync(string scope, CancellationToken ct)
    {
        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), ct);
            _cached = new(scope, token);
            return token.Token;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new GraphException("No token for Microsoft Graph: " + e.Message, e) { Code = GraphCodes.TokenUnavailable };
        }
    }

    private sealed record Cached(string Scope, AccessToken Token);
}
