namespace FastTrackBot.Platform.Delivery;

/// <summary>How long failed work rests: doubling from ten seconds to five minutes, so that a long outage is followed by a short wait.</summary>
internal static class WorkPause
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Much that failed together must not come back together. What a service asks for is never cut short.</summary>
    private const double Spread = 0.2;

    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan After(int attempt, TimeSpan? asked, double chance)
    {
        if (asked is { } least) return least * (1 + (Spread * chance));
        var doubled = First * Math.Pow(2, Math.Min(attempt - 1, 10));
        return (doubled < Longest ? doubled : Longest) * (1 + (Spread * ((2 * chance) - 1)));
    }
}
