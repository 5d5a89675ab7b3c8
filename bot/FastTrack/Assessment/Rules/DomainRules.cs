namespace FastTrackBot.FastTrack.Assessment.Rules;

public static class DomainRules
{
    public static IEnumerable<Found> Find(IEnumerable<DomainFacts> domains)
    {
        foreach (var domain in domains)
        {
            if (!domain.IsVerified) yield return Found.Of("domainUnverified", domain.Name);
            if (domain is { IsDefault: true, IsInitial: true }) yield return Found.Of("domainDefaultInitial", domain.Name);
            if (domain.IsFederated) yield return Found.Of("domainFederated", domain.Name);
        }
    }

    /// <summary>Microsoft keeps the records of the initial domain itself, and an unverified one has none.</summary>
    public static bool HasRecords(DomainFacts domain) => domain is { IsVerified: true, IsInitial: false };
}
