using Azure.Core;

namespace FastTrackBot.Platform.Model;

public static class ModelRegistration
{
    private const string HttpClientName = "model";

    /// <param name="address">Where the settings say that the model is; null: there is none.</param>
    public static IServiceCollection AddModel(this IServiceCollection services, Func<IServiceProvider, ModelAddress?> address)
    {
        services.AddHttpClient(HttpClientName)
            // Whoever asks says how long it may take. No redirect is followed: a token stays where it was sent. A reply that is left is not read to its end:
            // the model would go on.
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ResponseDrainTimeout = TimeSpan.Zero })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services.AddSingleton(provider => new ModelClient(
            address(provider), provider.GetRequiredService<TokenCredential>(),
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName), provider.GetRequiredService<TimeProvider>()));
    }
}
