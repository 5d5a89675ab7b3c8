using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Rates;

/// <summary>Books moments of a tenant for this instance.</summary>
/// <param name="service">What is called; each has limits of its own.</param>
internal sealed class RateBooker(IStore store, TimeProvider clock, string tenantId, string service = "teams")
{
    private readonly string _instance = Guid.NewGuid().ToString("N");

    /// <summary>Instances that have booked lately, this one included.</summary>
    public int Instances { get; private set; } = 1;

    /// <returns>When the booked time begins.</returns>
    public async Task<DateTimeOffset> BookAsync(TimeSpan length, DateTimeOffset earliest)
    {
        while (true)
        {
            var documents = new DocumentSession(store);
            var before = await documents.ReadAsync(RateBooking.Kind, tenantId, service, CancellationToken.None);
            var now = clock.GetUtcNow();
            var (booking, first) = RateBooking.Book(before, _instance, now, earliest > now ? earliest : now, length);
            documents.Save(RateBooking.Kind, tenantId, service, booking);
            var result = await store.CommitAsync(documents.ToCommit(), CancellationToken.None);
            if (result.Outcome is not CommitOutcome.Committed) continue;
            Instances = booking.Instances.Count;
            return first;
        }
    }
}
