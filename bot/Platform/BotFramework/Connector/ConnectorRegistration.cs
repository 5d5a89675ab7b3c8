using FastTrackBot.Platform.BotFramework.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.BotFramework.Connector;

public static class ConnectorRegistration
{
    /// <summary>
    /// Adds <see cref="ConnectorClient"/>, and the authentication whose word it takes about service URLs. Whoever registers
    /// <see cref="ConnectorHttp"/> or <see cref="ConnectorAuthorization"/> before puts another network or credential in its place.
    /// </summary>
    public static IServiceCollection AddConnectorClient(this IServiceCollection services)
    {
        services.AddActivityAuthentication();
        services.AddOptions<ConnectorOptions>().BindConfiguration(ConnectorOptions.Section)
            .Validate(o => o.Tries is >= 1 and <= 10, $"{ConnectorOptions.Section}:Tries must be 1 to 10.")
            .Validate(o => o.MessagesPerSecond is null or >= 0, $"{ConnectorOptions.Section}:MessagesPerSecond must not be negative.").ValidateOnStart();
        services.TryAddSingleton<ConnectorHttp>(_ => new ConnectorHttp());
        services.TryAddSingleton(Authorization);
        services.TryAddSingleton<ConnectorRetry>();
        services.TryAddSingleton<ConnectorTransport>();
        services.TryAddSingleton<ConnectorUrl>();
        services.TryAddSingleton(s => new ConnectorClient(s.GetRequiredService<ConnectorTransport>(), s.GetRequiredService<ConnectorUrl>()));
        return services;
    }

    private static ConnectorAuthorization Authorization(IServiceProvider services)
    {
        var bot = services.GetRequiredService<IOptions<BotOptions>>().Value;
        var cloud = services.GetRequiredService<CloudEndpoints>();
        var tokens = ConnectorCredentials.From(bot, cloud) is { } credential
            ? new AccessTokenSource(credential, cloud.ConnectorScope, services.GetRequiredService<TimeProvider>())
            : null;
        return new ConnectorAuthorization(tokens, mayBeMissing: services.GetRequiredService<DevelopmentBypass>().IsOn);
    }
}
