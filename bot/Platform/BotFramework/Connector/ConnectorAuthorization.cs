using System.Net.Http.Headers;
using Azure.Identity;

namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>What a call proves the bot's identity with.</summary>
/// <param name="tokens">None when the settings name no credential.</param>
/// <param name="mayBeMissing">In the development bypass: the local chat client asks for none.</param>
public sealed class ConnectorAuthorization(AccessTokenSource? tokens, bool mayBeMissing)
{
    /// <exception cref="InvalidOperationException">There is no credential, and there must be one.</exception>
    /// <exception cref="ConnectorException">Entra gives no token.</exception>
    public async ValueTask<AuthenticationHeaderValue?> GetAsync(CancellationToken cancellationToken)
    {
        if (tokens is null)
            return mayBeMissing ? null : throw new InvalidOperationException($"The bot cannot write without a credential: set {ConnectorCredentials.Settings}.");
        try
        {
            return await tokens.GetAsync(cancellationToken);
        }
        catch (AuthenticationFailedException reason)
        {
            throw new ConnectorException(0, ConnectorErrors.NoToken, "The bot got no token to write with", reason);
        }
    }

    public void Drop(AuthenticationHeaderValue refused) => tokens?.Drop(refused);
}
