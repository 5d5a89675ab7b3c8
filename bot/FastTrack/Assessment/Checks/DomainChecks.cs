using FastTrackBot.FastTrack.Assessment.Rules;
using FastTrackBot.Platform.Dns;

namespace FastTrackBot.FastTrack.Assessment.Checks;

/// <summary>The state of each domain.</summary>
public sealed class DomainCheck() : Check("domains", DomainsWithRecords.Permission)
{
    public override async Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken) =>
        [.. DomainRules.Find(await tenant.DomainsAsync())];
}

/// <summary>Where a domain's mail is delivered.</summary>
public sealed class MxCheck() : Check("mx", DomainsWithRecords.Permission)
{
    public override Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken) =>
        tenant.ForEachAsync(domain => domain.UsesMail, async domain => MailRules.FindMx(
            domain.Name, await tenant.ContentsAsync(domain, "MX"), await tenant.LiveAsync(DnsType.Mx, domain.Name)));
}

/// <summary>Who may send in a domain's name.</summary>
public sealed class SpfCheck() : Check("spf", DomainsWithRecords.Permission)
{
    public override Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken) =>
        tenant.ForEachAsync(domain => domain.UsesMail, async domain => MailRules.FindSpf(
            domain.Name, await tenant.ContentsAsync(domain, "TXT"), await tenant.LiveAsync(DnsType.Txt, domain.Name)));
}

/// <summary>The two aliases that signatures of mail are checked with.</summary>
public sealed class DkimCheck() : Check("dkim", DomainsWithRecords.Permission)
{
    private static readonly string[] Selectors = ["selector1", "selector2"];

    public override Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken) =>
        tenant.ForEachAsync(domain => domain.UsesMail, async domain =>
        {
            Dictionary<string, IReadOnlyList<string>> live = [];
            foreach (var selector in Selectors)
                live[selector] = await tenant.LiveAsync(DnsType.Cname, $"{selector}._domainkey.{domain.Name}");
            return MailRules.FindDkim(domain.Name, live);
        });
}

/// <summary>What receivers shall do with mail that only pretends to come from a domain. A subdomain goes by its parent's record.</summary>
public sealed class DmarcCheck() : Check("dmarc", DomainsWithRecords.Permission)
{
    public override Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken) =>
        tenant.ForEachAsync(domain => domain is { UsesMail: true, IsRoot: true }, async domain => MailRules.FindDmarc(
            domain.Name, await tenant.LiveAsync(DnsType.Txt, $"_dmarc.{domain.Name}")));
}

/// <summary>Autodiscover, Teams, device registration: the aliases and service records that Microsoft expects.</summary>
public sealed class RecordCheck() : Check("records", DomainsWithRecords.Permission)
{
    public override Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken) =>
        tenant.ForEachAsync(_ => true, async domain =>
        {
            List<ComparedRecord> compared = [];
            foreach (var expected in await tenant.ExpectedRecordsAsync(domain.Name))
            {
                if (expected.Type is not ("CNAME" or "SRV")) continue;
                compared.Add(new ComparedRecord(expected, await tenant.LiveAsync(expected.Type is "SRV" ? DnsType.Srv : DnsType.Cname, expected.Name)));
            }

            return RecordRules.Find(domain.Name, compared);
        });
}

/// <summary>An alias of former times that sends sign-ins the wrong way.</summary>
public sealed class LegacyRecordCheck() : Check("legacyRecord", DomainsWithRecords.Permission)
{
    public override Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken) =>
        tenant.ForEachAsync(_ => true, async domain => RecordRules.FindLegacy(
            domain.Name, await tenant.ExpectedRecordsAsync(domain.Name), await tenant.LiveAsync(DnsType.Cname, $"msoid.{domain.Name}")));
}

internal static class DomainsWithRecords
{
    public const string Permission = "Domain.Read.All";

    public static async Task<IReadOnlyList<Found>> ForEachAsync(
        this TenantReader tenant, Func<DomainFacts, bool> concerns, Func<DomainFacts, Task<IEnumerable<Found>>> find)
    {
        List<Found> found = [];
        foreach (var domain in (await tenant.DomainsAsync()).Where(domain => DomainRules.HasRecords(domain) && concerns(domain)))
            found.AddRange(await find(domain));
        return found;
    }

    /// <summary>What Microsoft expects of the domain's mail records of a type.</summary>
    public static async Task<IReadOnlyList<string>> ContentsAsync(this TenantReader tenant, DomainFacts domain, string type) =>
        [.. (await tenant.ExpectedRecordsAsync(domain.Name)).Where(record => record.Type == type && record.IsForMail).Select(record => record.Content)];
}
