using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Reminders;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Rates;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Graph.Teams;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using FastTrackBot.Tests.Platform.BotFramework.Connector;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Tests.FastTrack.Reminders;

/// <summary>The kinds of work that remind, on a store of their own, one piece after the other, with a clock that leaps from one to the next.</summary>
internal sealed class ReminderHarness : IAsyncDisposable
{
    public const string Tenant = "tenant";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fasttrackbot-");
    private readonly ConnectorHarness _connector;
    private readonly ServiceProvider _services;
    private readonly SqliteStore _sqlite;

    private ReminderHarness(ConnectorHarness connector)
    {
        _connector = connector;
        connector.Handler = Chats = new Recorder(connector.Clock);
        _sqlite = SqliteStore.Open(Path.Combine(_folder.FullName, "bot.db"), NullLogger.Instance);
        Store = new CountingStore(_sqlite);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<TimeProvider>(connector.Clock);
        services.AddSingleton<IStore>(Store);
        services.AddSingleton(CardLibrary.Load());
        services.AddSingleton(Options.Create(new ConnectorOptions { MessagesPerSecond = 0 }));
        services.AddSingleton<RateGate>();
        services.AddSingleton<ProactiveSender>();
        services.AddSingleton(connector.Client);
        // Nobody's app is installed here: no call goes out.
        services.AddSingleton(new TeamsApps(null!));
        services.AddReminders();
        _services = services.BuildServiceProvider();
    }

    public FakeClock Clock => _connector.Clock;

    public Recorder Chats { get; }

    public CountingStore Store { get; }

    public ReminderTotals Totals => _services.GetRequiredService<ReminderTotals>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ReminderHarness> StartAsync() => new(await ConnectorHarness.StartAsync());

    public async Task CommitAsync(Action<DocumentSession> change)
    {
        var documents = new DocumentSession(Store);
        change(documents);
        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(documents.ToCommit(), Ct)).Outcome);
    }

    public Task InstallAsync(string person, string zone, string locale = "en-US") => CommitAsync(documents => documents.Save(
        Installation.Kind, Tenant, Installation.OfPerson(person),
        new Installation(new ConversationReference("https://smba.trafficmanager.net/emea/", person, "personal", Tenant, "28:bot", $"29:{person}", person, locale), zone)));

    /// <summary>Saves an engagement over whatever is there.</summary>
    public async Task SaveAsync(params IReadOnlyList<Engagement> engagements)
    {
        var documents = new DocumentSession(Store);
        foreach (var engagement in engagements)
        {
            await documents.ReadAsync(EngagementDocument.Kind, Tenant, engagement.Id, Ct);
            EngagementDocument.Save(documents, Tenant, engagement with { StartedAt = Clock.GetUtcNow() });
        }

        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(documents.ToCommit(), Ct)).Outcome);
    }

    public async Task<Digest> DigestOfAsync(string person) => (await new DocumentSession(Store).ReadAsync(DigestDocument.Kind, Tenant, person, Ct))!;

    /// <summary>Does all that falls due until then, each at its own time.</summary>
    public async Task PassUntilAsync(DateTimeOffset end)
    {
        var kinds = _services.GetServices<WorkKind>().ToDictionary(kind => kind.Name);
        while (true)
        {
            var next = (await Store.ReadNextWorkAsync(Ct)).Where(entry => kinds.ContainsKey(entry.Key)).OrderBy(entry => entry.Value).FirstOrDefault();
            if (next.Key is null || next.Value > end) break;
            if (next.Value > Clock.GetUtcNow()) Clock.Advance(next.Value - Clock.GetUtcNow());
            var kind = kinds[next.Key];
            foreach (var claim in await Store.ClaimWorkAsync(kind.Name, 100, Clock.GetUtcNow(), Clock.GetUtcNow() + kind.Lease, Ct))
                await new WorkAttempt(kind, claim, Store, Clock, NullLogger.Instance).RunAsync(Ct);
        }

        if (end > Clock.GetUtcNow()) Clock.Advance(end - Clock.GetUtcNow());
    }

    /// <summary>Does all that is due now, as the bot does: many at a time.</summary>
    public async Task RunAsync(Func<bool> isDone)
    {
        using var runner = new WorkRunner(_services.GetServices<WorkKind>(), Store, Clock, NullLogger<WorkRunner>.Instance);
        await runner.StartAsync(Ct);
        while (!isDone()) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Ct);
        await runner.StopAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _connector.DisposeAsync();
        _sqlite.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>What arrived, where and when.</summary>
    internal sealed class Recorder(TimeProvider clock) : HttpMessageHandler
    {
        public List<(string Chat, DateTimeOffset At, JsonNode Message)> Messages { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var message = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
            lock (Messages) Messages.Add((Uri.UnescapeDataString(request.RequestUri!.AbsolutePath.Split("/conversations/")[1].Split('/')[0]), clock.GetUtcNow(), message));
            return new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent($$"""{"id":"{{Messages.Count}}"}""", Encoding.UTF8, "application/json") };
        }
    }
}

/// <summary>Counts what is asked of the store.</summary>
internal sealed class CountingStore(IStore inner) : IStore
{
    private int _calls;

    public int Calls => _calls;

    public string Description => inner.Description;

    public event Action? WorkQueued
    {
        add => inner.WorkQueued += value;
        remove => inner.WorkQueued -= value;
    }

    public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellationToken) => Counted().ReadAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<StoredDocument>> ReadAllAsync(string kind, string partition, CancellationToken cancellationToken)
    {
        Assert.NotEqual("engagement", kind);
        return Counted().ReadAllAsync(kind, partition, cancellationToken);
    }

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken) => Counted().CommitAsync(commit, cancellationToken);

    public ValueTask<IReadOnlyList<StoredDocument>> ReadPageAsync(string kind, DocumentKey? after, int limit, CancellationToken cancellationToken) =>
        inner.ReadPageAsync(kind, after, limit, cancellationToken);

    public Task<ForgottenTurns> ForgetTurnsAsync(long through, string? conversationId, CancellationToken cancellationToken) =>
        inner.ForgetTurnsAsync(through, conversationId, cancellationToken);

    public Task CompleteTurnAsync(string conversationId, string activityId, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) =>
        inner.CompleteTurnAsync(conversationId, activityId, writes, cancellationToken);

    public ValueTask<IReadOnlyList<TurnRecord>> ReadPendingTurnsAsync(int limit, CancellationToken cancellationToken) => inner.ReadPendingTurnsAsync(limit, cancellationToken);

    public Task<IReadOnlyList<WorkClaim>> ClaimWorkAsync(string kind, int limit, DateTimeOffset now, DateTimeOffset leaseEnd, CancellationToken cancellationToken) =>
        inner.ClaimWorkAsync(kind, limit, now, leaseEnd, cancellationToken);

    public ValueTask<IReadOnlyDictionary<string, DateTimeOffset>> ReadNextWorkAsync(CancellationToken cancellationToken) => inner.ReadNextWorkAsync(cancellationToken);

    public ValueTask<IReadOnlyList<WorkBacklog>> ReadBacklogAsync(DateTimeOffset now, CancellationToken cancellationToken) => inner.ReadBacklogAsync(now, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);

    private IStore Counted()
    {
        Interlocked.Increment(ref _calls);
        return inner;
    }
}
