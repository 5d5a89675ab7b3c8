using Azure.Core;
using FastTrackBot.Sandbox.Calendar;
using FastTrackBot.Sandbox.Planner;
using FastTrackBot.Sandbox.Playground;
using FastTrackBot.Sandbox.SharePoint;
using FastTrackBot.Sandbox.Teams;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Sandbox;

/// <summary>Puts the make-believe tenant and the local chat client into the bot's own process, for Development.</summary>
public static class SandboxServices
{
    /// <summary>
    /// Does nothing unless <c>Sandbox:Enabled</c> (default: in Development). Call it after everything that registers a
    /// <see cref="TokenCredential"/>: unless <c>Graph:BaseUrl</c> names a real Graph, it replaces it by a made-up one.
    /// </summary>
    public static WebApplicationBuilder AddSandbox(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(SandboxOptions.Section).Get<SandboxOptions>() ?? new();
        if (!(options.Enabled ?? builder.Environment.IsDevelopment()))
            return builder;
        builder.Services.AddSandboxGraph(options, builder.Environment.ContentRootPath);
        builder.StandInForGraph();
        builder.Services.AddOptions<PlaygroundOptions>()
            .Configure(playground => playground.Start = builder.Environment.IsDevelopment())
            .Bind(builder.Configuration.GetSection(PlaygroundOptions.Section));
        builder.Services.AddHostedService<PlaygroundService>();
        return builder;
    }

    /// <summary>Maps <c>/sandbox/…</c>, for callers on this machine only, if <see cref="AddSandbox"/> added it.</summary>
    public static void MapSandbox(this WebApplication app)
    {
        if (app.Services.GetService<SandboxGraph>() is null)
            return;
        SandboxControl.Map(app);
        app.Services.GetService<SandboxAddress>()?.FollowServer(app);
        Log.Enabled(app.Logger);
    }

    internal static IServiceCollection AddSandboxGraph(this IServiceCollection services, SandboxOptions options, string contentRoot)
    {
        var folder = string.IsNullOrWhiteSpace(options.DataFolder) ? null : Path.GetFullPath(options.DataFolder, contentRoot);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SandboxFaults>();
        services.AddSingleton<SandboxRequests>();
        services.AddSingleton(provider => new SandboxData(folder, provider.GetRequiredService<ILogger<SandboxData>>()));
        services.AddSingleton<SandboxGraph>();
        services.AddSingleton<SandboxDns>();
        services.AddSingleton<SandboxUse>();
        services.AddSingleton<SandboxReports>();
        services.AddSingleton<SandboxPermissions>();
        services.AddSingleton<SandboxSites>();
        services.AddSingleton<SandboxPlanner>();
        services.AddSingleton<SandboxCalendar>();
        services.AddSingleton<SandboxTeamsApps>();
        services.AddSingleton<SandboxRecords>();
        services.AddSingleton<SandboxGroups>();
        services.AddSingleton<SandboxTenant>();
        services.TryAddSingleton(new SandboxInspection(null));
        return services;
    }

    private static void StandInForGraph(this WebApplicationBuilder builder)
    {
        var configured = builder.Configuration["Graph:BaseUrl"];
        if (string.IsNullOrWhiteSpace(configured))
        {
            var address = new SandboxAddress(builder.Configuration);
            ((IConfigurationBuilder)builder.Configuration).Add(address);
            builder.Services.AddSingleton(address);
        }
        else if (!Uri.TryCreate(configured, UriKind.Absolute, out var uri) || !uri.IsLoopback)
        {
            return;
        }

        builder.Services.Replace(ServiceDescriptor.Singleton<TokenCredential, SandboxCredential>());
    }
}
