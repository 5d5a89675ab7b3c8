using System.Globalization;
using FastTrackBot.FastTrack;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using FastTrackBot.Sandbox;
using FastTrackBot.Tests.Playground;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Tests.FastTrack.Recording;

/// <summary>
/// The built bot as a process of its own, killed without a word in the middle of recording, again and again. <see cref="RecordingCrashTests"/> dies at
/// every step there is; here it is the operating system that ends the process.
/// </summary>
public sealed class RecordingKillTests(ITestOutputHelper output) : IDisposable
{
    private const int Engagements = 4;
    private const int Kills = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Services = ["exchangeOnline", "teams"];

    private readonly string _folder = Directory.CreateTempSubdirectory("fasttrackbot-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_again_and_again_nothing_is_lost_and_nothing_is_doubled()
    {
        await using var graph = await SandboxHost.StartAsync(ct: Ct);
        using var tenant = new RecordedTenant(graph);
        var engagements = await BeginAsync();
        // A dozen requests for the list and the plans' frames, then the tasks in batches: kills fall into all of it.
        var random = new Random(20261121);

        for (var kill = 1; kill <= Kills; kill++)
        {
            var before = graph.Requests.Count;
            await using var bot = await StartAsync(graph);
            var until = before + random.Next(1, 12);
            await UntilAsync(() => Task.FromResult(graph.Requests.Count >= until), patience: TimeSpan.FromSeconds(10));
            await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 8), TimeProvider.System, Ct);
            output.WriteLine($"Killed after {graph.Requests.Count - before} requests.");
        }

        await using var last = await StartAsync(graph);
        Assert.True(await UntilAsync(() => IsInStepAsync(tenant, engagements), Patience), "It is not in step.");
        Assert.Single(await tenant.ListsAsync());
        Assert.Equal(engagements.Select(one => one.Id).Order(), (await tenant.ItemsAsync()).Select(item => item["RecordKey"]!.GetValue<string>()).Order());
        Assert.Equal(Engagements, (await tenant.PlansAsync()).Length);
        foreach (var engagement in engagements)
        {
            Assert.Equal(
                engagement.Checklist.Select(item => Names.OfItem(item.Id)).Order(),
                (await tenant.TasksAsync(engagement.Id)).Select(task => task["title"]!.GetValue<string>()).Order());
            Assert.Equal(engagement.Path.Count, (await tenant.BucketsAsync(engagement.Id)).Length);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<bool> IsInStepAsync(RecordedTenant tenant, IReadOnlyList<Engagement> engagements)
    {
        if ((await tenant.PlansAsync()).Length < engagements.Count || (await tenant.ItemsAsync()).Length < engagements.Count) return false;
        foreach (var engagement in engagements)
        {
            if ((await tenant.TasksAsync(engagement.Id)).Length < engagement.Checklist.Count) return false;
        }

        return true;
    }

    private static async Task<bool> UntilAsync(Func<Task<bool>> isSo, TimeSpan patience)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(begun) > patience) return false;
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Ct);
        }

        return true;
    }

    /// <summary>Puts engagements into the store, as turns do: each with the order to record it.</summary>
    private async Task<IReadOnlyList<Engagement>> BeginAsync()
    {
        using var store = SqliteStore.Open(Path.Combine(_folder, "bot.db"), NullLogger.Instance);
        var now = TimeProvider.System.GetUtcNow();
        var engagements = Enumerable.Range(1, Engagements).Select(number => new Engagement(
            Guid.NewGuid().ToString("N"), string.Create(CultureInfo.InvariantCulture, $"Contoso {number}"), "contoso.com", Phase.Validation, Services, RecordingHarness.Alex, "r", "FT-1", now,
            Checklists.For(Phase.Validation, Services, DateOnly.FromDateTime(now.UtcDateTime)))
        { Path = [Phase.Validation, Phase.Assignment] }).ToList();
        foreach (var engagement in engagements)
        {
            var documents = new DocumentSession(store);
            EngagementDocument.Save(documents, RecordingHarness.Tenant, engagement, new EngagementEvent(EventKind.Started, RecordingHarness.Alex, now));
            await store.CommitAsync(documents.ToCommit(), Ct);
        }

        return engagements;
    }

    private Task<BotProcess> StartAsync(SandboxHost graph) => BotProcess.StartAsync(
        _folder, BotProcess.FreePort(), withPlayground: false, Ct, ("Graph__BaseUrl", graph.GraphBaseUrl.ToString()), ("Dns__Resolver", graph.DnsResolver.ToString()));
}
