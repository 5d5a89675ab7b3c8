using System.Text.Json.Nodes;
using FastTrackBot.Sandbox.Calendar;
using FastTrackBot.Sandbox.Planner;
using FastTrackBot.Sandbox.SharePoint;
using FastTrackBot.Sandbox.Teams;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FastTrackBot.Sandbox;

/// <summary>The make-believe tenant by itself on a free loopback port, for tests.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private bool _disposed;

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

    /// <summary>Looks at each exchange of every host that is started from now on, and says what is wrong with it.</summary>
    public static Func<SandboxExchange, IEnumerable<string>>? Inspector { get; set; }

    /// <summary>What the <see cref="Inspector"/> found. Unless <see cref="Tolerant"/>, the end of the host fails where there is any.</summary>
    public IReadOnlyList<string> Breaches => _app.Services.GetRequiredService<SandboxInspection>().Breaches;

    /// <summary>For a test that asks wrongly on purpose.</summary>
    public bool Tolerant { get; set; }

    public IReadOnlyList<SandboxRequest> Requests => _app.Services.GetRequiredService<SandboxRequests>().All;

    /// <param name="dataFolder">See <see cref="SandboxOptions.DataFolder"/>.</param>
    public static async Task<SandboxHost> StartAsync(string? dataFolder = null, CancellationToken ct = default)
    {
        // Empty: neither environment variables nor the current folder's settings may change what a test sees.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddLogging();
        builder.Services.AddSingleton(new SandboxInspection(Inspector));
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

    /// <summary>The last day that the reports of use know; it grows from week to week.</summary>
    public void SetReportDay(DateOnly day) => _app.Services.GetRequiredService<SandboxUse>().SetDay(day);

    /// <summary>Ticks a task off, as somebody does in Planner.</summary>
    /// <exception cref="ArgumentException">There is no such task.</exception>
    public void TickTask(string taskId, string personId)
    {
        if (!_app.Services.GetRequiredService<SandboxPlanner>().Tick(taskId, personId))
            throw new ArgumentException($"There is no task '{taskId}'.", nameof(taskId));
    }

    /// <exception cref="ArgumentException">There is no such plan.</exception>
    public void DeletePlan(string planId)
    {
        if (!_app.Services.GetRequiredService<SandboxPlanner>().DeletePlan(planId))
            throw new ArgumentException($"There is no plan '{planId}'.", nameof(planId));
    }

    /// <exception cref="ArgumentException">There is no such list.</exception>
    public void DeleteList(string listId)
    {
        if (!_app.Services.GetRequiredService<SandboxSites>().DeleteList(listId))
            throw new ArgumentException($"There is no list '{listId}'.", nameof(listId));
    }

    /// <summary>The events of every calendar.</summary>
    public IReadOnlyList<JsonObject> Events => _app.Services.GetRequiredService<SandboxCalendar>().All;

    /// <summary>Object ids of the people for whom the bot's app was installed through Graph.</summary>
    public IReadOnlyList<string> PeopleWithTheApp => _app.Services.GetRequiredService<SandboxTeamsApps>().People;

    /// <summary>Moves an event, as somebody does in Outlook.</summary>
    /// <exception cref="ArgumentException">There is no such event.</exception>
    public void MoveEvent(string eventId, DateTimeOffset start)
    {
        if (!_app.Services.GetRequiredService<SandboxCalendar>().Move(eventId, start))
            throw new ArgumentException($"There is no event '{eventId}'.", nameof(eventId));
    }

    /// <summary>Asks somebody else to come to a meeting, as somebody does in Outlook.</summary>
    /// <exception cref="ArgumentException">There is no such event.</exception>
    public void InviteToEvent(string eventId, string address)
    {
        if (!_app.Services.GetRequiredService<SandboxCalendar>().Invite(eventId, address))
            throw new ArgumentException($"There is no event '{eventId}'.", nameof(eventId));
    }

    /// <summary>Cancels or deletes an event, as somebody does in Outlook.</summary>
    /// <exception cref="ArgumentException">There is no such event.</exception>
    public void CancelEvent(string eventId)
    {
        if (!_app.Services.GetRequiredService<SandboxCalendar>().Cancel(eventId))
            throw new ArgumentException($"There is no event '{eventId}'.", nameof(eventId));
    }

    /// <param name="limit">Planner's code for it, <c>MaximumBucketsInProject</c>.</param>
    public void SetPlannerLimit(string limit, int most) => _app.Services.GetRequiredService<SandboxPlanner>().Limits.Set(limit, most);

    /// <param name="permission"><c>Tasks.ReadWrite.All</c>, <c>Sites.Selected</c>, <c>Calendars.ReadWrite</c>, <c>AppCatalog.Read.All</c> or <c>TeamsAppInstallation.ReadWriteSelfForUser.All</c>.</param>
    public void WithdrawPermission(string permission) => _app.Services.GetRequiredService<SandboxPermissions>().Withdraw(permission);

    public void GrantPermission(string permission) => _app.Services.GetRequiredService<SandboxPermissions>().Grant(permission);

    /// <param name="role">The application's on the site: <c>read</c>, <c>write</c> or <c>manage</c>, which it has at first.</param>
    public void SetSiteRole(string role) => _app.Services.GetRequiredService<SandboxPermissions>().SiteRole = role;

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        var breaches = Tolerant ? [] : Breaches;
        await _app.DisposeAsync();
        if (breaches.Count > 0)
            throw new InvalidOperationException("Not as Graph is described: " + string.Join("; ", breaches.Distinct()));
    }
}
