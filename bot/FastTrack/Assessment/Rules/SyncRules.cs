using System.Globalization;

namespace FastTrackBot.FastTrack.Assessment.Rules;

public static class SyncRules
{
    /// <summary>A tenant that was never synchronised lives in the cloud alone, and nothing is wrong with that.</summary>
    public static IEnumerable<Found> Find(SyncFacts sync, DateTimeOffset now, double staleHours)
    {
        if (sync.IsOn is false) yield return Found.Of("syncOff", "");
        if (sync.IsOn is not true) yield break;
        if (sync.LastSync is not { } last) yield return Found.Of("syncNever", "");
        else if ((now - last).TotalHours > staleHours)
            yield return Found.Of("syncStale", "", last.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), $"{staleHours}");
    }
}
