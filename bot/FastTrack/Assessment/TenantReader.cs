using FastTrackBot.Platform.Dns;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Tenant;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>
/// Reads the tenant for one run. What several checks need is read once: the first to ask starts the reading, and all share its end,
/// a refusal too.
/// </summary>
public sealed class TenantReader(GraphClient graph, GraphReports reports, DnsClient dns, CancellationToken cancellationToken)
{
    private readonly Lazy<Task<IReadOnlyList<Account>>> _accounts = new(() => ReadAccountsAsync(graph, cancellationToken));
    private readonly Lazy<Task<IReadOnlyList<DomainFacts>>> _domains = new(() => ReadDomainsAsync(graph, cancellationToken));
    private readonly Dictionary<string, Task<IReadOnlyList<ExpectedRecord>>> _records = [];

    public GraphClient Graph => graph;

    public GraphReports Reports => reports;

    public Task<IReadOnlyList<Account>> AccountsAsync() => _accounts.Value;

    public Task<IReadOnlyList<DomainFacts>> DomainsAsync() => _domains.Value;

    /// <summary>The records that should exist for a domain.</summary>
    public Task<IReadOnlyList<ExpectedRecord>> ExpectedRecordsAsync(string domain)
    {
        lock (_records)
        {
            return _records.TryGetValue(domain, out var known) ? known : _records[domain] = ReadRecordsAsync(domain);
        }
    }

    /// <summary>What the live DNS says: hosts in small letters, or texts.</summary>
    public async Task<IReadOnlyList<string>> LiveAsync(DnsType type, string name) =>
        [.. (await dns.FindAsync(name, type, cancellationToken)).Select(record => record.Target)];

    private static async Task<IReadOnlyList<Account>> ReadAccountsAsync(GraphClient graph, CancellationToken cancellationToken)
    {
        List<Account> accounts = [];
        await foreach (var user in graph.ListUsersAsync(cancellationToken))
        {
            var errors = (user.LicenseAssignmentStates ?? []).Where(state => state.State is "Error" or "ActiveWithError")
                .Select(state => state.Error is null or "None" ? "Other" : state.Error);
            var conflicts = (user.OnPremisesProvisioningErrors ?? []).Select(error => error.PropertyCausingError ?? "Other");
            accounts.Add(new Account(
                user.UserPrincipalName ?? user.Id, user.AccountEnabled is not false, user.UserType is "Guest", user.UsageLocation, [.. errors], [.. conflicts]));
        }

        return accounts;
    }

    private static async Task<IReadOnlyList<DomainFacts>> ReadDomainsAsync(GraphClient graph, CancellationToken cancellationToken)
    {
        List<DomainFacts> domains = [];
        await foreach (var domain in graph.ListDomainsAsync(cancellationToken))
        {
            domains.Add(new DomainFacts(
                DnsRecord.Host(domain.Id), domain.IsVerified is true, domain.IsDefault is true, domain.IsInitial is true, domain.IsRoot is not false,
                domain.AuthenticationType is "Federated", domain.SupportedServices?.Contains("Email") is true));
        }

        return domains;
    }

    private async Task<IReadOnlyList<ExpectedRecord>> ReadRecordsAsync(string domain)
    {
        List<ExpectedRecord> records = [];
        await foreach (var record in graph.ListDnsRecordsAsync(domain, cancellationToken))
        {
            if (Expected(record) is { } expected) records.Add(expected);
        }

        return records;
    }

    /// <returns>Null for a record that Graph cannot name: there is nothing to compare.</returns>
    private static ExpectedRecord? Expected(DomainDnsRecord record)
    {
        if (record.Label is not { Length: > 0 } label) return null;
        var (type, name, content) = record switch
        {
            { MailExchange: { } host } => ("MX", label, DnsRecord.Host(host)),
            { Text: { } text } => ("TXT", label, text),
            { CanonicalName: { } host } => ("CNAME", label, DnsRecord.Host(host)),
            // The label may or may not begin with the service; the name is built from its parts.
            { NameTarget: { } host, Service: { } service, Protocol: { } protocol } =>
                ("SRV", $"{service}.{protocol}.{label[(label.LastIndexOf(protocol + ".", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at + protocol.Length + 1 : 0)..]}", DnsRecord.Host(host)),
            _ => ("", "", ""),
        };
        return type.Length == 0 ? null : new ExpectedRecord(type, DnsRecord.Host(name), content, record.IsOptional is true, record.SupportedService is "Email");
    }
}
