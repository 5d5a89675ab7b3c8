using Azure.Core;

namespace FastTrackBot.Tests.Platform.BotFramework.Connector;

/// <summary>Gives the tokens <c>token-1</c>, <c>token-2</c> … good for an hour of the test's clock.</summary>
public sealed class FakeCredential(TimeProvider clock) : TokenCredential
{
    private int _given;

    public int Given => _given;

    /// <summary>Set it to make the next token wait.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing may block a thread for a token");

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        await Gate;
        Scopes = requestContext.Scopes;
        return new AccessToken($"token-{Interlocked.Increment(ref _given)}", clock.GetUtcNow().AddHours(1));
    }
}
