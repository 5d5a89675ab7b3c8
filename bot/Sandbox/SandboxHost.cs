using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FastTrackBot.Sandbox;

/// <summary>The make-believe tenant by itself on a free loopback port, for tests.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxHost(WebApplication app)
    {
        _app = app;
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = new Uri(address);
        GraphBaseUrl = new Uri(Address, SandboxGraph.Root);
    }

    /// <summary>Scheme, host and port; the levers are below it at <c>/sandbox</c>.</summary>
    public Uri Address { get; }

    /// <summary>For the setting <c>Graph:BaseUrl</c>.</summary>
    public Uri GraphBaseUrl { get; }

    /// <summary>For the setting <c>Dns:Resolver</c>.</summary>
    public Uri DnsResolver => new(Address, SandboxDns.Path);

    public IReadOnlyList<SandboxRequest> Requests => _app.Services.GetRequiredService<SandboxRequests>().All;

    /// <param name="dataFolder">See <see cref="SandboxOptions.DataFolder"/>.</param>
    public static async Task<SandboxHost> StartAsync(string? dataFolder = null, CancellationToken ct = default)
    {
        // Empty: neither environment variables nor the current folder's settings may change what a test sees.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddLogging();
        builder.Services.AddSandboxGraph(new SandboxOptions { DataFolder = dataFolder }, builder.Environment.ContentRootPath);
        var app = builder.Build();
        SandboxControl.Map(app);
        await app.StartAsync(ct);
        return new SandboxHost(app);
    }

    public void Fault(SandboxFault fault) => _app.Services.GetRequiredService<SandboxFaults>().Add(fault);

    public void ClearFaults() => _app.Services.GetRequiredService<SandboxFaults>().Clear();

    /// <param name="collection">Its path: <c>subscribedSkus</c>, <c>directory/subscriptions</c> …</param>
    /// <exception cref="ArgumentException">There is no such collection.</exception>
    public void SetData(string collection, string json)
    {
        if (!_app.Services.GetRequiredService<SandboxData>().Put(collection, json))
            throw new ArgumentException($"There is no collection '{collection}'.", nameof(collection));
    }

    /// <summary>Changes what the DNS says.</summary>
    /// <param name="record">The type and the name, <c>MX contoso.example</c>.</param>
    /// <param name="data">As a zone file writes it; none: there is no such record.</param>
    public void SetDns(string record, params string[] data) => _app.Services.GetRequiredService<SandboxDns>().Set(record, data);

    /// <param name="report">Its name, e.g. <c>getMailboxUsageDetail</c>.</param>
    public void SetReport(string report, string csv) => _app.Services.GetRequiredService<SandboxReports>().Put(report, csv);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
