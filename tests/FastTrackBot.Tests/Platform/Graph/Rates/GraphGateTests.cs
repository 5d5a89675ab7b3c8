using System.Net;
using System.Net.Http.Headers;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Rates;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TokenCredential = Azure.Core.TokenCredential;

namespace FastTrackBot.Tests.Platform.Graph.Rates;

/// <summary>Calls to a Graph that holds to its limits; the clock runs as fast as they can follow.</summary>
public sealed class GraphGateTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fasttrackbot-");
    private readonly FakeClock _clock = new();
    private readonly SqliteStore _store;
    private readonly LimitedGraph _graph;
    private readonly ServiceProvider _services;
    private int _begun;
    private int _ended;

    public GraphGateTests()
    {
        _store = SqliteStore.Open(Path.Combine(_folder.FullName, "bot.db"), NullLogger.Instance);
        _graph = new LimitedGraph(_clock);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Graph:BaseUrl"] = GraphFixture.Root, ["Graph:MaxAttempts"] = "1" }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<TokenCredential>(new CountingCredential(_clock));
        services.AddSingleton<IStore>(_store);
        services.AddGraph(configuration);
        services.AddHttpClient(GraphClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => _graph);
        _services = services.BuildServiceProvider();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private GraphGate Gate => _services.GetRequiredService<GraphGate>();

    [Theory]
    [InlineData("/users/adele/events/1", "outlook", "adele")]
    [InlineData("/users/adele/calendarView", "outlook", "adele")]
    [InlineData("/users/adele", "directory", "")]
    [InlineData("/users/adele/teamwork/installedApps", "teams", "")]
    [InlineData("/appCatalogs/teamsApps", "teams", "")]
    [InlineData("/sites/contoso.sharepoint.com:/sites/fasttrack", "sharepoint", "")]
    [InlineData("/groups/g/planner/plans", "planner", "")]
    [InlineData("/planner/tasks/1", "planner", "")]
    [InlineData("/reports/getMailboxUsageDetail(period='D30')", "reports", "getMailboxUsageDetail(period='D30')")]
    [InlineData("/security/secureScores", "security", "")]
    [InlineData("/admin/serviceAnnouncement/issues", "serviceAnnouncement", "")]
    [InlineData("/subscribedSkus", "directory", "")]
    public void Each_path_counts_against_its_service(string path, string service, string part)
    {
        var scope = GraphScope.Of(path);

        Assert.Equal((service, part), (scope.Service.Name, scope.Part));
    }

    [Fact]
    public async Task Work_stays_below_the_limits_and_loses_little_of_them()
    {
        var began = _clock.GetUtcNow();
        var all = Enumerable.Range(0, 1000).Select(_ => WorkAsync("/sites/s/lists/l/items")).Concat(Enumerable.Range(0, 20).Select(_ => WorkAsync("/reports/r(period='D30')"))).ToList();

        await PassAsync(Task.WhenAll(all));

        Assert.Equal((0, 1020), (_graph.Refused, _graph.Accepted));
        // A thousand at ten a second, and reports fourteen in ten minutes.
        Assert.InRange(_clock.GetUtcNow() - began, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(13));
    }

    [Fact]
    public async Task What_somebody_waits_for_goes_at_once_and_the_others_give_way()
    {
        var work = Enumerable.Range(0, 300).Select(_ => WorkAsync("/sites/s/lists/l/items")).ToList();
        await PassAsync(work[20]);

        for (var i = 0; i < 10; i++)
        {
            var asked = AskAsync("/sites/s/lists/l/items");
            await asked.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        }

        await PassAsync(Task.WhenAll(work));
        Assert.Equal((0, 310), (_graph.Refused, _graph.Accepted));
    }

    [Fact]
    public async Task A_service_that_asks_to_be_left_alone_is_and_the_others_are_not()
    {
        _graph.NextIsRefusedFor = TimeSpan.FromSeconds(90);
        var refused = await Record.ExceptionAsync(() => PassAsync(WorkAsync("/planner/plans/p")));
        Assert.Equal(429, Assert.IsType<GraphException>(refused).Status);
        var then = _clock.GetUtcNow();

        var late = WorkAsync("/planner/plans/p");
        // Without the clock moving.
        await WorkAsync("/organization").WaitAsync(TimeSpan.FromSeconds(30), Ct);
        Assert.False(late.IsCompleted);
        await PassAsync(late);

        Assert.True(_clock.GetUtcNow() - then >= TimeSpan.FromSeconds(89), $"{_clock.GetUtcNow() - then}");
    }

    [Fact]
    public async Task What_is_in_a_batch_counts_one_by_one()
    {
        var requests = Enumerable.Range(0, 20).Select(number => GraphRequest.Get($"/sites/s/lists/l/items/{number}")).ToList();
        var began = _clock.GetUtcNow();

        await PassAsync(AsWork(() => _services.GetRequiredService<GraphClient>().BatchAsync(requests, Ct)));

        Assert.InRange(_clock.GetUtcNow() - began, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(4));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task WorkAsync(string path) => AsWork(() => AskAsync(path));

    private async Task AsWork(Func<Task> call)
    {
        Interlocked.Increment(ref _begun);
        await Task.Run(async () =>
        {
            Unasked.Begin();
            try
            {
                await call();
            }
            finally
            {
                Interlocked.Increment(ref _ended);
            }
        }, Ct);
    }

    private Task AskAsync(string path) => _services.GetRequiredService<GraphClient>().SendAsync(GraphRequest.Get(path), Ct);

    /// <summary>Moves the clock from moment to moment until it is done, and never on while something is on its way.</summary>
    private async Task PassAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            var isQuiet = Volatile.Read(ref _begun) - Volatile.Read(ref _ended) == Gate.Waiting;
            if (isQuiet && _clock.Waits() is [var next, ..]) _clock.Advance(next);
            else await Task.Yield();
        }

        await done;
    }

    /// <summary>Holds to the limits of SharePoint and of reports, and counts.</summary>
    private sealed class LimitedGraph(TimeProvider clock) : HttpMessageHandler
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, List<DateTimeOffset>> _calls = [];

        public int Accepted { get; private set; }

        public int Refused { get; private set; }

        public TimeSpan? NextIsRefusedFor { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                if (NextIsRefusedFor is { } pause)
                {
                    NextIsRefusedFor = null;
                    return Task.FromResult(Answer(pause));
                }

                var path = request.RequestUri!.AbsolutePath["/v1.0/".Length..];
                var (name, most, time) = path.StartsWith("reports", StringComparison.Ordinal) ? (path, 14, TimeSpan.FromMinutes(10)) : (path.Split('/')[0], 625, TimeSpan.FromMinutes(1));
                if (!_calls.TryGetValue(name, out var times)) _calls.Add(name, times = []);
                times.RemoveAll(at => clock.GetUtcNow() - at >= time);
                if (times.Count >= most)
                {
                    Refused++;
                    return Task.FromResult(Answer(time));
                }

                times.Add(clock.GetUtcNow());
                Accepted++;
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"responses":[]}""") });
            }
        }

        private static HttpResponseMessage Answer(TimeSpan pause) =>
            new(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(pause) }, Content = new StringContent("{}") };
    }
}
