using Azure.Core;
using Azure.Identity;
using FastTrackBot.Platform.BotFramework.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.BotFramework.Connector;

public static class CredentialRegistration
{
    /// <summary>
    /// The bot's identity, for whatever else it calls: the one that the settings choose, or the machine's own managed identity.
    /// </summary>
    public static IServiceCollection AddBotCredential(this IServiceCollection services)
    {
        services.TryAddSingleton<TokenCredential>(provider =>
        {
            var chosen = ConnectorCredentials.From(provider.GetRequiredService<IOptions<BotOptions>>().Value, provider.GetRequiredService<CloudEndpoints>());
            return chosen?.Invoke() ?? new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
        });
        return services;
    }
}
