using Azure.Core;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Recording;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using FastTrackBot.Sandbox;
using FastTrackBot.Tests.Platform.BotFramework;
using FastTrackBot.Tests.Platform.Graph;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Tests.FastTrack.Recording;

/// <summary>Recording as the bot registers it, on a database of its own and the make-believe tenant, with a clock and a life that the test holds.</summary>
internal sealed class RecordingHarness : RecordedTenant, IAsyncDisposable
{
    public const string Tenant = SandboxPeople.TenantId;
    public static readonly Person Alex = new(SandboxPeople.Admin, "Alex Wilber");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fasttrackbot-");
    private readonly bool _ownsGraph;
    private readonly Dictionary<string, string?> _settings;
    private ServiceProvider _services = null!;
    private SqliteStore _store = null!;

    private RecordingHarness(SandboxHost graph, bool ownsGraph, Life life, Dictionary<string, string?> settings)
        : base(graph)
    {
        (_ownsGraph, Life, _settings) = (ownsGraph, life, settings);
        Open();
    }

    public FakeClock Clock { get; } = new();

    public RecordedLog Log { get; } = new();

    public Life Life { get; }

    /// <summary>Never dies: people go on working.</summary>
    public IStore Store => _store;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<RecordingHarness> StartAsync(Life? life = null, SandboxHost? graph = null, params (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Recording:SiteUrl"] = SandboxPlaces.SiteUrl,
            ["Recording:GroupId"] = SandboxPeople.TeamGroup,
            // Pauses would wait for a clock that stands still, and have tests of their own.
            ["Graph:MaxAttempts"] = "1",
        };
        foreach (var (key, value) in settings) all[key] = value;
        return new RecordingHarness(graph ?? await SandboxHost.StartAsync(ct: Ct), graph is null, life ?? new Life(), all);
    }

    /// <summary>Another process on the same database.</summary>
    public void Restart()
    {
        Close();
        Life.Restart();
        Open();
    }

    /// <summary>An engagement that has just begun, with the checklist of its phase.</summary>
    public Engagement Begin(string organisation = "Contoso", Phase phase = Phase.Validation)
    {
        var now = Clock.GetUtcNow();
        return new Engagement(
            Guid.NewGuid().ToString("N"), organisation, "contoso.com", phase, ["exchangeOnline"], Alex, "r", "FT-1", now,
            Checklists.For(phase, [], DateOnly.FromDateTime(now.UtcDateTime)))
        {
            Path = [phase, Phase.Assignment],
        };
    }

    /// <summary>Somebody changes an engagement in the bot.</summary>
    public async Task SaveAsync(Engagement engagement, params EngagementEvent[] events)
    {
        var documents = new DocumentSession(Store);
        await documents.ReadAsync(EngagementDocument.Kind, Tenant, engagement.Id, Ct);
        EngagementDocument.Save(documents, Tenant, engagement, events.Length > 0 ? events : [new EngagementEvent(EventKind.Started, Alex, Clock.GetUtcNow())]);
        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(documents.ToCommit(), Ct)).Outcome);
    }

    public async Task<Engagement> ReadAsync(string id) => (await new DocumentSession(Store).ReadAsync(EngagementDocument.Kind, Tenant, id, Ct))!;

    public async Task TickAsync(string id, string item, Person? person)
    {
        var engagement = await ReadAsync(id);
        var now = Clock.GetUtcNow();
        await SaveAsync(
            engagement with { Checklist = [.. engagement.Checklist.Select(one => one.Id == item ? one with { DoneBy = person, DoneAt = person is null ? null : now } : one)] },
            new EngagementEvent(person is null ? EventKind.ItemReopened : EventKind.ItemDone, person ?? Alex, now, item));
    }

    public async Task<IReadOnlyList<EngagementEvent>> HistoryAsync(string id) =>
        await new DocumentSession(Store).ReadAllAsync(EngagementHistory.Kind, EngagementHistory.Partition(Tenant, id), Ct);

    /// <summary>Does what is due at this moment, as often as it is.</summary>
    public async Task WorkAsync()
    {
        var store = _services.GetRequiredService<IStore>();
        var kind = _services.GetServices<WorkKind>().Single(kind => kind.Name == EngagementDocument.RecordWork);
        while (!Life.IsOver)
        {
            IReadOnlyList<WorkClaim> claims;
            try
            {
                claims = await store.ClaimWorkAsync(kind.Name, 50, Clock.GetUtcNow(), Clock.GetUtcNow() + kind.Lease, Ct);
            }
            catch (StoreException) when (Life.IsOver)
            {
                return;
            }

            if (claims.Count == 0) return;
            foreach (var claim in claims)
                await new WorkAttempt(kind, claim, store, Clock, _services.GetRequiredService<ILogger<RecordingHarness>>()).RunAsync(Ct);
        }
    }

    /// <summary>Lets time pass until everything stands in Graph: pauses, leases of processes that are gone.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < 60; round++)
        {
            if (Life.IsOver) Restart();
            await WorkAsync();
            if (!Life.IsOver && await BacklogAsync() is null or { Failing: 0, Overdue: 0 }) return;
            var next = (await Store.ReadNextWorkAsync(Ct))[EngagementDocument.RecordWork];
            if (next > Clock.GetUtcNow()) Clock.Advance(next - Clock.GetUtcNow());
        }

        Assert.Fail($"It does not settle: {(await BacklogAsync())?.LastReason}");
    }

    /// <summary>Looks at the plans once more, as the bot does every few minutes.</summary>
    public async Task PollAsync()
    {
        Clock.Advance(new RecordingOptions().SyncInterval);
        await SettleAsync();
    }

    public async Task<WorkBacklog?> BacklogAsync() =>
        (await Store.ReadBacklogAsync(Clock.GetUtcNow(), Ct)).SingleOrDefault(kind => kind.Kind == EngagementDocument.RecordWork);

    public async Task<HealthReportEntry> HealthAsync() =>
        (await _services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "recording", Ct)).Entries["recording"];

    public async ValueTask DisposeAsync()
    {
        Close();
        Dispose();
        _folder.Delete(recursive: true);
        if (_ownsGraph) await Graph.DisposeAsync();
    }

    private void Open()
    {
        _store = SqliteStore.Open(Path.Combine(_folder.FullName, "bot.db"), NullLogger.Instance);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(_settings).AddInMemoryCollection([new("Graph:BaseUrl", Graph.GraphBaseUrl.ToString()), new("Graph:Pacing", "false")]).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<TokenCredential>(new CountingCredential(Clock));
        services.AddSingleton<IStore>(new MortalStore(_store, Life));
        services.AddGraph(configuration);
        services.AddHttpClient(GraphClient.HttpClientName).AddHttpMessageHandler(() => new MortalHandler(Life));
        services.AddFastTrack();
        // Only what is under test is done; other kinds of work need more of the bot than is here.
        services.RemoveAll<WorkKind>();
        services.AddSingleton<WorkKind, RecordWork>();
        _services = services.BuildServiceProvider();
    }

    private void Close()
    {
        _services.Dispose();
        _store.Dispose();
    }
}
