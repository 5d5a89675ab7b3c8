namespace FastTrackBot.FastTrack.Assessment.Rules;

/// <summary>The aliases and service records of a domain, compared with the live ones.</summary>
public static class RecordRules
{
    /// <summary>A required record is a finding of its own; those that one can do without share one.</summary>
    public static IEnumerable<Found> Find(string domain, IReadOnlyList<ComparedRecord> records)
    {
        foreach (var (expected, live) in records.Where(record => !record.Expected.IsOptional))
        {
            if (live.Count == 0) yield return Found.Of("recordMissing", expected.Name, expected.Type, expected.Content);
            else if (!live.Contains(expected.Content)) yield return Found.Of("recordDifferent", expected.Name, expected.Type, expected.Content).Like(live);
        }

        var optional = records.Where(record => record.Expected.IsOptional && !record.Live.Contains(record.Expected.Content)).ToList();
        if (optional.Count > 0)
            yield return Found.Of("recordsOptional", domain, $"{optional.Count}").Like(optional.Select(record => record.Expected.Name));
    }

    /// <summary>Only the cloud in China expects it today; elsewhere it sends sign-ins the wrong way.</summary>
    public static IEnumerable<Found> FindLegacy(string domain, IReadOnlyList<ExpectedRecord> expected, IReadOnlyList<string> live)
    {
        var name = $"msoid.{domain}";
        if (live.Count > 0 && !expected.Any(record => record.Name == name)) yield return Found.Of("msoid", name).Like(live);
    }
}
