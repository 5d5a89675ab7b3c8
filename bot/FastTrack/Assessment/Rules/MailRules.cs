namespace FastTrackBot.FastTrack.Assessment.Rules;

/// <summary>
/// What the DNS says about a domain's mail, compared with what Microsoft expects. Mail that goes through another gateway differs on
/// purpose: then a finding is a question to the customer.
/// </summary>
public static class MailRules
{
    private const string UsualInclude = "spf.protection.outlook.com";

    /// <summary>Hosts of the newer kind, with DNSSEC; what Graph expects may still name the older one.</summary>
    private const string DnssecHosts = ".mx.microsoft";

    public static IEnumerable<Found> FindMx(string domain, IReadOnlyList<string> expected, IReadOnlyList<string> live)
    {
        if (expected.Count == 0) yield break;
        var others = live.Where(host => !expected.Contains(host) && !host.EndsWith(DnssecHosts, StringComparison.Ordinal)).ToList();
        if (live.Count == 0) yield return Found.Of("mxMissing", domain, expected[0]);
        else if (others.Count == live.Count) yield return Found.Of("mxElsewhere", domain, expected[0]).Like(others);
        else if (others.Count > 0) yield return Found.Of("mxMixed", domain, expected[0]).Like(others);
    }

    /// <param name="expected">The texts that Microsoft expects, of which the include counts and not the rest.</param>
    /// <param name="live">All texts of the domain: other services keep theirs there too.</param>
    public static IEnumerable<Found> FindSpf(string domain, IReadOnlyList<string> expected, IReadOnlyList<string> live)
    {
        var include = expected.SelectMany(Includes).FirstOrDefault(UsualInclude);
        var records = live.Where(IsSpf).ToList();
        if (records.Count == 0) yield return Found.Of("spfMissing", domain, include);
        else if (records.Count > 1) yield return Found.Of("spfTwice", domain, $"{records.Count}").Like(records);
        else if (!Includes(records[0]).Contains(include)) yield return Found.Of("spfWithout", domain, include).Like(records);
    }

    /// <param name="live">The targets of each selector's alias; none where it is missing.</param>
    public static IEnumerable<Found> FindDkim(string domain, IReadOnlyDictionary<string, IReadOnlyList<string>> live)
    {
        var missing = live.Where(selector => selector.Value.Count == 0).Select(selector => selector.Key).Order().ToList();
        if (missing.Count > 0) yield return Found.Of("dkimMissing", domain, $"{missing.Count}").Like(missing);
    }

    public static IEnumerable<Found> FindDmarc(string domain, IReadOnlyList<string> live)
    {
        var records = live.Where(text => text.StartsWith("v=DMARC1", StringComparison.OrdinalIgnoreCase)).ToList();
        if (records.Count == 0) yield return Found.Of("dmarcMissing", domain);
        else if (records.Count > 1) yield return Found.Of("dmarcTwice", domain, $"{records.Count}").Like(records);
        else if (Policy(records[0]) is "none") yield return Found.Of("dmarcNone", domain).Like(records);
    }

    private static bool IsSpf(string text) =>
        text.Equals("v=spf1", StringComparison.OrdinalIgnoreCase) || text.StartsWith("v=spf1 ", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Includes(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.TrimStart('+').StartsWith("include:", StringComparison.OrdinalIgnoreCase))
            .Select(word => word.TrimStart('+')["include:".Length..].TrimEnd('.').ToLowerInvariant());

    private static string? Policy(string text) =>
        text.Split(';', StringSplitOptions.TrimEntries).Where(tag => tag.Replace(" ", "", StringComparison.Ordinal).StartsWith("p=", StringComparison.OrdinalIgnoreCase))
            .Select(tag => tag[(tag.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().ToLowerInvariant()).FirstOrDefault();
}
