using Azure.Core;
using Azure.Identity;
using FastTrackBot.Platform.BotFramework.Authentication;

namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>Which credential the settings choose; the same one serves the connector and Graph.</summary>
public static class ConnectorCredentials
{
    /// <summary>The settings that <see cref="From"/> looks at, in its order.</summary>
    public const string Settings = "Bot:ManagedIdentityClientId, Bot:FederatedTokenFile, Bot:CertificatePath or Bot:ClientSecret";

    /// <summary>Null when the settings name none. Nothing is asked for before the first token.</summary>
    public static Func<TokenCredential>? From(BotOptions bot, CloudEndpoints cloud)
    {
        ArgumentNullException.ThrowIfNull(bot);
        ArgumentNullException.ThrowIfNull(cloud);
        if (!string.IsNullOrEmpty(bot.ManagedIdentityClientId))
            return () => OfManagedIdentity(bot, cloud);
        if (!string.IsNullOrEmpty(bot.FederatedTokenFile))
            return () => new WorkloadIdentityCredential(With(new WorkloadIdentityCredentialOptions
            {
                TenantId = bot.TenantId,
                ClientId = bot.AppId,
                TokenFilePath = bot.FederatedTokenFile,
            }, cloud));
        if (!string.IsNullOrEmpty(bot.CertificatePath))
            return () => new ClientCertificateCredential(bot.TenantId, bot.AppId, bot.CertificatePath, With(new ClientCertificateCredentialOptions(), cloud));
        if (!string.IsNullOrEmpty(bot.ClientSecret))
            return () => new ClientSecretCredential(bot.TenantId, bot.AppId, bot.ClientSecret, With(new ClientSecretCredentialOptions(), cloud));
        return null;
    }

    private static TokenCredential OfManagedIdentity(BotOptions bot, CloudEndpoints cloud)
    {
        var identity = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(bot.ManagedIdentityClientId));
        if (string.Equals(bot.ManagedIdentityClientId, bot.AppId, StringComparison.OrdinalIgnoreCase))
            return identity;
        // Another identity than the bot's: it vouches for the app that trusts it (a federated credential).
        return new ClientAssertionCredential(
            bot.TenantId,
            bot.AppId,
            async cancellationToken => (await identity.GetTokenAsync(new TokenRequestContext([cloud.FederationScope]), cancellationToken)).Token,
            With(new ClientAssertionCredentialOptions(), cloud));
    }

    private static TOptions With<TOptions>(TOptions options, CloudEndpoints cloud)
        where TOptions : TokenCredentialOptions
    {
        options.AuthorityHost = cloud.LoginAuthority;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return options;
    }
}
