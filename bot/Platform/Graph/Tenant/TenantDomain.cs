using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph.Tenant;

/// <param name="Id">The name itself.</param>
/// <param name="AuthenticationType"><c>Managed</c> or <c>Federated</c>.</param>
/// <param name="IsInitial">The one that ends in onmicrosoft.com.</param>
/// <param name="IsRoot">No subdomain of another one here.</param>
/// <param name="SupportedServices">An open list of words: Email, OfficeCommunicationsOnline, Intune …</param>
public sealed record TenantDomain(
    string Id,
    string? AuthenticationType,
    bool? IsDefault,
    bool? IsInitial,
    bool? IsRoot,
    bool? IsVerified,
    IReadOnlyList<string>? SupportedServices);

/// <summary>
/// A DNS record that should exist for a domain (<c>/domains/{id}/serviceConfigurationRecords</c>); whether it does, only the DNS knows.
/// Five types of Graph in one: what a type lacks is null.
/// </summary>
/// <param name="Type">The name of Graph's type; its documentation writes it without <c>#</c>.</param>
/// <param name="Label">The name to ask for; for a SRV record without its service and protocol.</param>
/// <param name="SupportedService">Email, OfficeCommunicationsOnline, Intune …</param>
public sealed record DomainDnsRecord(
    [property: JsonPropertyName("@odata.type")] string? Type,
    bool? IsOptional,
    string? Label,
    string? SupportedService,
    string? MailExchange,
    string? Text,
    string? CanonicalName,
    string? NameTarget,
    string? Service,
    string? Protocol,
    int? Port);
