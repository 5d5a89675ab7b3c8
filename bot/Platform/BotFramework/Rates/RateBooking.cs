using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Rates;

/// <summary>
/// How far a tenant's calls are given out, by all instances together. Whoever wants to call books the next few moments for itself;
/// those of an instance that dies pass unused. Instances whose clocks differ lose or gain what the clocks differ by, once.
/// </summary>
/// <param name="Until">The first moment that is still free.</param>
/// <param name="Instances">Who has booked lately, and when.</param>
internal sealed record RateBooking(DateTimeOffset Until, IReadOnlyDictionary<string, DateTimeOffset> Instances)
{
    public static readonly DocumentKind<RateBooking> Kind = new("rate", () => RateJson.Default.RateBooking);

    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(1);

    /// <summary>Gives out the moments from <see cref="Until"/> on, or from <paramref name="earliest"/>, whichever is later.</summary>
    public static (RateBooking Booking, DateTimeOffset First) Book(RateBooking? before, string instance, DateTimeOffset now, DateTimeOffset earliest, TimeSpan length)
    {
        var first = before?.Until > earliest ? before.Until : earliest;
        Dictionary<string, DateTimeOffset> seen = new() { [instance] = now };
        foreach (var (other, at) in before?.Instances ?? new Dictionary<string, DateTimeOffset>())
        {
            if (now - at < Lately) seen.TryAdd(other, at);
        }

        return (new RateBooking(first + length, seen), first);
    }
}
