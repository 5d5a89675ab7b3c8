using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.Dns;

public static class DnsRegistration
{
    public static IServiceCollection AddDns(this IServiceCollection services)
    {
        services.AddOptions<DnsOptions>().BindConfiguration(DnsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DnsOptions>, Validation>();
        services.AddHttpClient(DnsClient.HttpClientName)
            .ConfigureHttpClient(client => client.MaxResponseContentBufferSize = 1 << 20)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DnsClient>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(DnsClient.HttpClientName)));
    }

    private sealed class Validation : IValidateOptions<DnsOptions>
    {
        public ValidateOptionsResult Validate(string? name, DnsOptions options) =>
            options.Problem() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
    }
}
