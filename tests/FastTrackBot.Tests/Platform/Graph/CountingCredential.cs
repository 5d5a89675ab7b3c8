using Azure.Core;

namespace FastTrackBot.Tests.Platform.Graph;

/// <summary>Gives token-1, token-2 … each good for an hour, and remembers what it was asked for.</summary>
internal sealed class CountingCredential(TimeProvider time) : TokenCredential
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public string? Scope { get; private set; }

    /// <summary>When set, tokens come only after it is done.</summary>
    public Task? Gate { get; init; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var count = Interlocked.Increment(ref _count);
        Scope = requestContext.Scopes.Single();
        if (Gate is not null)
            await Gate.WaitAsync(cancellationToken);
        return new AccessToken($"token-{count}", time.GetUtcNow().AddHours(1));
    }
}
