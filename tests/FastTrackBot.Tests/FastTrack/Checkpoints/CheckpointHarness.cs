using Azure.Core;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Checkpoints;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using FastTrackBot.Sandbox;
using FastTrackBot.Tests.FastTrack.Recording;
using FastTrackBot.Tests.Platform.Graph;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Tests.FastTrack.Checkpoints;

/// <summary>The work on checkpoints as the bot registers it, on a database of its own and the make-believe tenant, with a clock and a life that the test holds.</summary>
internal sealed class CheckpointHarness : IAsyncDisposable
{
    public const string Tenant = SandboxPeople.TenantId;
    public static readonly Person Alex = new(SandboxPeople.Admin, "Alex Wilber");
    public static readonly Person Megan = new(SandboxPeople.ProjectMember, "Megan Bowen");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fasttrackbot-");
    private readonly Life _life;
    private ServiceProvider _services = null!;
    private SqliteStore _store = null!;
    private int _ids;

    private CheckpointHarness(SandboxHost graph, Life life)
    {
        (Graph, _life) = (graph, life);
        Engagement = new Engagement(
            "e1", "Contoso", "contoso.com", Phase.Assess, ["exchangeOnline"], Alex, "r", "FT-1", Clock.GetUtcNow(), [])
        {
            Path = [Phase.Assess],
            Team = [new Member(Megan, Role.ProjectTeam)],
        };
        Open();
    }

    public SandboxHost Graph { get; }

    public FakeClock Clock { get; } = new();

    public Engagement Engagement { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<CheckpointHarness> StartAsync(Life? life = null)
    {
        var harness = new CheckpointHarness(await SandboxHost.StartAsync(ct: Ct), life ?? new Life());
        await harness.ChangeAsync((_, all) => new CheckpointChange(all, [new EngagementEvent(EventKind.Started, Alex, harness.Clock.GetUtcNow())]));
        return harness;
    }

    /// <summary>Somebody plans Tuesdays at ten in Amsterdam, in the bot.</summary>
    public Task PlanAsync(int count, DayOfWeek day = DayOfWeek.Tuesday, params IReadOnlyList<Person> people)
    {
        var plan = new CheckpointPlan(CheckpointKind.Checkpoint, 1, day, new TimeOnly(10, 0), "Europe/Amsterdam", TimeSpan.FromMinutes(30), new DateOnly(2026, 3, 3)) { Count = count };
        var series = new PlannedSeries(plan, SeriesRules.Of(plan, new HashSet<DateOnly>()), people.Count > 0 ? people : [Alex, Megan]);
        return ChangeAsync((engagement, all) => CheckpointRules.Plan(all, engagement, series, Alex, Clock.GetUtcNow(), () => $"c{++_ids}"));
    }

    /// <summary>Somebody changes the team, and the next look notices.</summary>
    public async Task SetTeamAsync(params IReadOnlyList<Person> people)
    {
        var documents = new DocumentSession(_store);
        var engagement = (await documents.ReadAsync(EngagementDocument.Kind, Tenant, Engagement.Id, Ct))!;
        EngagementDocument.Save(documents, Tenant, engagement with { Team = [.. people.Select(person => new Member(person, Role.ProjectTeam))] });
        CheckpointDocument.QueueWork(documents, Tenant, Engagement.Id, Clock.GetUtcNow());
        await _store.CommitAsync(documents.ToCommit(), Ct);
    }

    public Task MoveAsync(int number, DateTime local) =>
        ChangeAsync((_, all) => CheckpointRules.Move(all, all[number], new MeetingTime(local, all[number].Duration), Alex, Clock.GetUtcNow()));

    public Task CancelAsync(int number) => ChangeAsync((_, all) => CheckpointRules.Cancel(all, all[number], Alex, Clock.GetUtcNow(), "no need"));

    /// <summary>Somebody closes the engagement, and the next look notices.</summary>
    public async Task CloseAsync()
    {
        var documents = new DocumentSession(_store);
        var engagement = (await documents.ReadAsync(EngagementDocument.Kind, Tenant, Engagement.Id, Ct))!;
        EngagementDocument.Save(documents, Tenant, engagement with { ClosedAt = Clock.GetUtcNow() }, new EngagementEvent(EventKind.Closed, Alex, Clock.GetUtcNow()));
        CheckpointDocument.QueueWork(documents, Tenant, Engagement.Id, Clock.GetUtcNow());
        await _store.CommitAsync(documents.ToCommit(), Ct);
    }

    public async Task ChangeAsync(Func<Engagement, IReadOnlyList<Checkpoint>, CheckpointChange> change)
    {
        var documents = new DocumentSession(_store);
        var engagement = await documents.ReadAsync(EngagementDocument.Kind, Tenant, Engagement.Id, Ct) ?? Engagement;
        var all = await CheckpointDocument.ReadAsync(documents, Tenant, Engagement.Id, Ct);
        CheckpointDocument.Save(documents, Tenant, engagement, all, change(engagement, all), Clock.GetUtcNow());
        CheckpointDocument.QueueWork(documents, Tenant, Engagement.Id, Clock.GetUtcNow());
        Assert.Equal(CommitOutcome.Committed, (await _store.CommitAsync(documents.ToCommit(), Ct)).Outcome);
    }

    public async Task<IReadOnlyList<Checkpoint>> AllAsync() => await CheckpointDocument.ReadAsync(new DocumentSession(_store), Tenant, Engagement.Id, Ct);

    public async Task<Engagement> EngagementAsync() => (await new DocumentSession(_store).ReadAsync(EngagementDocument.Kind, Tenant, Engagement.Id, Ct))!;

    public async Task<IReadOnlyList<EngagementEvent>> HistoryAsync() =>
        await new DocumentSession(_store).ReadAllAsync(EngagementHistory.Kind, EngagementHistory.Partition(Tenant, Engagement.Id), Ct);

    public async Task<WorkBacklog?> BacklogAsync() =>
        (await _store.ReadBacklogAsync(Clock.GetUtcNow(), Ct)).SingleOrDefault(kind => kind.Kind == CheckpointDocument.Work);

    /// <summary>Lets time pass until nothing is due: pauses, and leases of processes that are gone.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < 60; round++)
        {
            if (_life.IsOver) Restart();
            await WorkAsync();
            if (!_life.IsOver && await BacklogAsync() is null or { Failing: 0, Overdue: 0 }) return;
            var next = (await _store.ReadNextWorkAsync(Ct))[CheckpointDocument.Work];
            if (next > Clock.GetUtcNow()) Clock.Advance(next - Clock.GetUtcNow());
        }

        Assert.Fail($"It does not settle: {(await BacklogAsync())?.LastReason}");
    }

    /// <summary>Looks at the calendar once more, as the bot does now and then.</summary>
    public async Task PollAsync()
    {
        Clock.Advance(new CheckpointOptions().SyncInterval);
        await SettleAsync();
    }

    /// <summary>Does what is due at this moment.</summary>
    public async Task WorkAsync()
    {
        var store = _services.GetRequiredService<IStore>();
        var kind = _services.GetServices<WorkKind>().Single();
        while (!_life.IsOver)
        {
            try
            {
                var claims = await store.ClaimWorkAsync(kind.Name, 50, Clock.GetUtcNow(), Clock.GetUtcNow() + kind.Lease, Ct);
                if (claims.Count == 0) return;
                foreach (var claim in claims) await new WorkAttempt(kind, claim, store, Clock, NullLogger.Instance).RunAsync(Ct);
            }
            catch (StoreException) when (_life.IsOver)
            {
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        _folder.Delete(recursive: true);
        await Graph.DisposeAsync();
    }

    /// <summary>Another process on the same database.</summary>
    private void Restart()
    {
        Close();
        _life.Restart();
        Open();
    }

    private void Open()
    {
        _store = SqliteStore.Open(Path.Combine(_folder.FullName, "bot.db"), NullLogger.Instance);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Graph:BaseUrl", Graph.GraphBaseUrl.ToString()), new("Graph:MaxAttempts", "1"), new("Graph:Pacing", "false")]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<TokenCredential>(new CountingCredential(Clock));
        services.AddSingleton<IStore>(new MortalStore(_store, _life));
        services.AddGraph(configuration);
        services.AddHttpClient(GraphClient.HttpClientName).AddHttpMessageHandler(() => new MortalHandler(_life));
        services.AddFastTrack();
        services.RemoveAll<WorkKind>();
        services.AddSingleton<WorkKind, CheckpointWork>();
        _services = services.BuildServiceProvider();
    }

    private void Close()
    {
        _services.Dispose();
        _store.Dispose();
    }
}
