using System.Globalization;
using System.Net.Http.Headers;
using FastTrackBot.Benchmarks.Load;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Postgres;
using FastTrackBot.Platform.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Benchmarks.Reminders;

/// <summary>
/// The least that could send reminders: claims the same work from the same store, posts the same bytes, and records an outcome for each. It
/// reads nothing, decides nothing, makes no card, and knows no limits.
/// </summary>
internal static class BareReminders
{
    private const int AtOnce = 64;

    public static async Task RunAsync(string provider, string place, string serviceUrl, string ahead)
    {
        var clock = new MorningClock(TimeSpan.FromSeconds(double.Parse(ahead, CultureInfo.InvariantCulture)));
        IStore store = provider == "postgres" ? PostgresStore.Open(place, NullLogger.Instance) : SqliteStore.Open(place, NullLogger.Instance);
        using var http = new HttpClient { BaseAddress = new Uri(serviceUrl) };
        var message = await http.GetByteArrayAsync("/sample");
        Console.WriteLine("ready");
        while (true)
        {
            var now = clock.GetUtcNow();
            var claims = await store.ClaimWorkAsync("digest", 4 * AtOnce, now, now.AddMinutes(4), CancellationToken.None);
            if (claims.Count == 0) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            await Parallel.ForEachAsync(claims, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (claim, _) =>
            {
                var person = claim.TenantAndId().Id;
                using var content = new ByteArrayContent(message) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
                using var response = await http.PostAsync(new Uri($"/v3/conversations/{person}/activities", UriKind.Relative), content, CancellationToken.None);
                response.EnsureSuccessStatusCode();
                var told = new DocumentWrite(new DocumentKey("digest", BenchmarkUser.Tenant, person), DocumentWrite.AnyVersion, ReminderSeed.Told);
                await store.CommitAsync(new Commit([told], null) { End = new WorkEnd(claim, WorkOutcome.Done, clock.GetUtcNow()) }, CancellationToken.None);
            });
        }
    }
}
