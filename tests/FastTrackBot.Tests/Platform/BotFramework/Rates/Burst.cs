using FastTrackBot.Cards;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Rates;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using FastTrackBot.Tests.Platform.BotFramework.Connector;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Tests.Platform.BotFramework.Rates;

/// <summary>Instances of the bot with one store, people with the app, and a Teams that holds to its limits; the clock runs as fast as they can follow.</summary>
internal sealed class Burst : IAsyncDisposable
{
    private const string Tenant = "tenant";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fasttrackbot-");
    private readonly ConnectorHarness _harness;
    private readonly List<RateGate> _gates = [];
    private readonly List<ProactiveSender> _senders = [];
    private int _attempts;
    private int _ended;
    private int _pausing;

    private Burst(ConnectorHarness harness, int instances)
    {
        _harness = harness;
        Teams = new LimitedTeams(harness.Clock);
        harness.Handler = Teams;
        Store = SqliteStore.Open(Path.Combine(_folder.FullName, "bot.db"), NullLogger.Instance);
        for (var i = 0; i < instances; i++)
        {
            _gates.Add(new RateGate(Store, Clock, Options.Create(new ConnectorOptions()), NullLogger<RateGate>.Instance));
            _senders.Add(new ProactiveSender(harness.Client, _gates[i], Store, Clock, NullLogger<ProactiveSender>.Instance));
        }
    }

    public FakeClock Clock => _harness.Clock;

    public LimitedTeams Teams { get; }

    public SqliteStore Store { get; }

    public IReadOnlyList<RateGate> Gates => _gates;

    public IReadOnlyList<ProactiveSender> Senders => _senders;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Burst> StartAsync(int instances = 1) => new(await ConnectorHarness.StartAsync(), instances);

    public static ConversationReference Chat(string name) =>
        new("https://smba.trafficmanager.net/emea/", $"a:{name}", "personal", Tenant, "28:bot", $"29:{name}", name, "en-US");

    public static RateScope Scope(string name) => RateScope.Of(Chat(name));

    public async Task InstallAsync(IEnumerable<string> names)
    {
        var documents = new DocumentSession(Store);
        foreach (var name in names) documents.Save(Installation.Kind, Tenant, Installation.OfPerson(name), new Installation(Chat(name)));
        await Store.CommitAsync(documents.ToCommit(), Ct);
    }

    public async Task RemoveAsync(string name)
    {
        var documents = new DocumentSession(Store);
        await documents.ReadAsync(Installation.Kind, Tenant, Installation.OfPerson(name), Ct);
        documents.Delete(Installation.Kind, Tenant, Installation.OfPerson(name));
        await Store.CommitAsync(documents.ToCommit(), Ct);
    }

    /// <summary>One attempt.</summary>
    public async Task<SendResult> SendAsync(string name, string summary, int instance = 0)
    {
        Interlocked.Increment(ref _attempts);
        var result = await _senders[instance].SendAsync(Tenant, Installation.OfPerson(name), new RawJson("{}"u8.ToArray()), summary, Ct);
        Interlocked.Increment(ref _ended);
        return result;
    }

    /// <summary>As a queue would: again at the time that the service named.</summary>
    public async Task DeliverAsync(string name, string summary, int instance = 0)
    {
        while (await SendAsync(name, summary, instance) is { Outcome: not SendOutcome.Delivered } put)
        {
            Assert.Equal(SendOutcome.Throttled, put.Outcome);
            await PauseAsync(put.Until!.Value - Clock.GetUtcNow());
        }
    }

    public async Task PauseAsync(TimeSpan time)
    {
        var pause = Task.Delay(time, Clock, Ct);
        Interlocked.Increment(ref _pausing);
        await pause;
        Interlocked.Decrement(ref _pausing);
    }

    /// <summary>Moves the clock from moment to moment until all is done, and never on while something is on its way.</summary>
    public async Task PassAsync(Task all)
    {
        while (!all.IsCompleted)
        {
            // The calls' own time-outs of 10 s are on the same clock.
            var waits = Clock.Waits().Where(wait => wait < TimeSpan.FromSeconds(9) || wait > TimeSpan.FromSeconds(10)).ToList();
            var isQuiet = Volatile.Read(ref _attempts) - Volatile.Read(ref _ended) == _gates.Sum(gate => gate.Waiting)
                && waits.Count >= _gates.Count(gate => gate.Waiting > 0) + Volatile.Read(ref _pausing);
            if (isQuiet && waits.Count > 0) Clock.Advance(waits[0]);
            else await Task.Yield();
        }

        await all;
    }

    public async ValueTask DisposeAsync()
    {
        await _harness.DisposeAsync();
        Store.Dispose();
        _folder.Delete(recursive: true);
    }
}
