using FastTrackBot.Platform.Graph.Calendar;
using FastTrackBot.Platform.Graph.Planner;
using FastTrackBot.Platform.Graph.Rates;
using FastTrackBot.Platform.Graph.SharePoint;
using FastTrackBot.Platform.Graph.Teams;
using FastTrackBot.Platform.Graph.Tenant;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.Graph;

public static class GraphServices
{
    /// <summary>Adds <see cref="GraphClient"/> and what stands on it. The services must hold an Azure.Core <c>TokenCredential</c>.</summary>
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GraphOptions>()
            .Configure(options => options.Cloud = configuration["Bot:Cloud"] is { Length: > 0 } cloud ? cloud : options.Cloud)
            .Bind(configuration.GetSection(GraphOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<GraphOptions>, Validation>();
        services.AddHttpClient(GraphClient.HttpClientName)
            // No redirect is followed: a token stays where it was sent. Connections are renewed, so that DNS changes are seen.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<GraphTokens>();
        services.AddSingleton<GraphGate>(provider => ActivatorUtilities.CreateInstance<GraphGate>(provider, (Func<IStore>)provider.GetRequiredService<IStore>));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GraphClient>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(GraphClient.HttpClientName)));
        services.AddSingleton<SharePointLists>();
        services.AddSingleton<PlannerPlans>();
        services.AddSingleton<Calendars>();
        services.AddSingleton<TeamsApps>();
        return services.AddReports();
    }

    private static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddHttpClient(GraphReports.HttpClientName)
            .ConfigureHttpClient((provider, client) =>
            {
                client.Timeout = provider.GetRequiredService<IOptions<GraphOptions>>().Value.TotalTimeout;
                client.MaxResponseContentBufferSize = GraphReports.MostBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GraphReports>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(GraphReports.HttpClientName)));
    }

    private sealed class Validation : IValidateOptions<GraphOptions>
    {
        public ValidateOptionsResult Validate(string? name, GraphOptions options) =>
            options.Problem() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
    }
}
