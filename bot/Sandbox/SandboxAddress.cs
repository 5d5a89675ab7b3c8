using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FastTrackBot.Sandbox;

/// <summary>
/// Points the settings <c>Graph:BaseUrl</c> and, unless it is set, <c>Dns:Resolver</c> at this very process. Before the start it is a guess from the configured
/// addresses; from the start on it is the address that the server really has (it matters for port 0).
/// </summary>
internal sealed class SandboxAddress : ConfigurationProvider, IConfigurationSource
{
    private const string Setting = "Graph:BaseUrl";
    private const string DnsSetting = "Dns:Resolver";

    private readonly bool _standsInForDns;

    public SandboxAddress(IConfiguration configuration)
    {
        var urls = configuration["urls"] is { Length: > 0 } configured ? configured : "http://localhost:5000";
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        _standsInForDns = string.IsNullOrWhiteSpace(configuration[DnsSetting]);
        Set(LoopbackAddress.Of([.. endpoints, .. urls.Split(';', StringSplitOptions.TrimEntries)]));
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public void FollowServer(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (LoopbackAddress.Of(addresses) is not { } address)
            return;
        Set(address);
        OnReload();
    });

    private void Set(Uri? address)
    {
        if (address is null)
            return;
        Data[Setting] = address.GetLeftPart(UriPartial.Authority) + SandboxGraph.Root;
        if (_standsInForDns)
            Data[DnsSetting] = address.GetLeftPart(UriPartial.Authority) + SandboxDns.Path;
    }
}
