using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastTrackBot.Platform.Hosting;

public static class HealthRegistration
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<BotHealth>("bot")
            .AddCheck<StoreHealth>("store")
            .AddCheck<GraphHealthCheck>("graph")
            .AddCheck<WorkHealth>("work")
            .AddCheck<SendingHealth>("sending");
        return services;
    }

    /// <summary>
    /// Live: the process answers. Ready: it can serve people; Graph being away leaves it ready, as people go on working without it.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    /// <summary>Names and states only: the words, with what they tell of the inside, are for admins in the chat.</summary>
    private static Task WriteAsync(HttpContext http, HealthReport report) =>
        http.Response.WriteAsync(string.Join('\n', report.Entries.Select(entry => $"{entry.Key}: {entry.Value.Status}")), http.RequestAborted);
}
