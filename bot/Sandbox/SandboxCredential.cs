using Azure.Core;

namespace FastTrackBot.Sandbox;

/// <summary>A made-up token, which opens nothing but the sandbox.</summary>
public sealed class SandboxCredential(TimeProvider time) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new("sandbox", time.GetUtcNow().AddHours(1));

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
