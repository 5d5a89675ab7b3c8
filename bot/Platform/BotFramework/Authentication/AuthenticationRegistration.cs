using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.BotFramework.Authentication;

public static class AuthenticationRegistration
{
    /// <summary>Binds <see cref="BotOptions"/> to the section <c>Bot</c> and adds <see cref="ActivityAuthenticator"/>. Twice is once.</summary>
    public static IServiceCollection AddActivityAuthentication(this IServiceCollection services)
    {
        // Binding twice would list each allowed tenant twice.
        if (services.Any(s => s.ServiceType == typeof(ActivityAuthenticator)))
            return services;
        services.AddOptions<BotOptions>().BindConfiguration(BotOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(s => CloudEndpoints.For(s.GetRequiredService<IOptions<BotOptions>>().Value.Cloud));
        services.AddSingleton<DevelopmentBypass>();
        services.AddSingleton<ServiceUrlPolicy>();
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<ActivityAuthenticator>();
        return services.AddHostedService<StartupNotices>();
    }
}
