namespace FastTrackBot.Platform.BotFramework.Authentication;

/// <summary>Every address that depends on the Microsoft cloud which the tenant lives in.</summary>
/// <param name="ConnectorIssuer">The <c>iss</c> of the Bot Connector's tokens.</param>
/// <param name="ConnectorMetadata">The OpenID document that leads to the Bot Connector's signing keys.</param>
/// <param name="ConnectorScope">What the bot asks a token for when it writes.</param>
/// <param name="LoginAuthority">Entra, with the slash at its end.</param>
/// <param name="EntraV1Issuer">The <c>iss</c> of Entra's v1 tokens, <c>{tenant}</c> standing for the tenant's id.</param>
/// <param name="EntraMetadata">The OpenID document of a tenant, with the same placeholder.</param>
/// <param name="FederationScope">What a managed identity asks a token for that another app trusts.</param>
/// <param name="ServiceHosts">Hosts of the connector that may be written to before anyone vouched for them.</param>
public sealed record CloudEndpoints(
    string ConnectorIssuer,
    string ConnectorMetadata,
    string ConnectorScope,
    Uri LoginAuthority,
    string EntraV1Issuer,
    string EntraMetadata,
    string FederationScope,
    Uri GraphRoot,
    string GraphScope,
    IReadOnlyCollection<string> ServiceHosts)
{
    public string EntraV2Issuer => LoginAuthority + "{tenant}/v2.0";

    /// <exception cref="ArgumentException">The cloud is not one of the four.</exception>
    public static CloudEndpoints For(string cloud) => cloud?.ToUpperInvariant() switch
    {
        "PUBLIC" => Public,
        "USGOVERNMENT" => UsGovernment("https://graph.microsoft.us", "smba.infra.gov.teams.microsoft.us"),
        "USGOVERNMENTDOD" => UsGovernment("https://dod-graph.microsoft.us", "smba.infra.dod.teams.microsoft.us"),
        "CHINA" => China,
        _ => throw new ArgumentException($"Bot:Cloud is '{cloud}': use Public, UsGovernment, UsGovernmentDoD or China.", nameof(cloud)),
    };

    // GCC (not High) lives in the public cloud; only its service host differs.
    private static CloudEndpoints Public => Create(
        "api.botframework.com", "login.botframework.com", "login.microsoftonline.com", "sts.windows.net", "api://AzureADTokenExchange",
        "https://graph.microsoft.com", ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"]);

    private static CloudEndpoints UsGovernment(string graph, string serviceHost) => Create(
        "api.botframework.us", "login.botframework.azure.us", "login.microsoftonline.us", "sts.windows.net", "api://AzureADTokenExchangeUSGov",
        graph, [serviceHost]);

    // No service host of this cloud is published: there, a token has to vouch first.
    private static CloudEndpoints China => Create(
        "api.botframework.azure.cn", "login.botframework.azure.cn", "login.partner.microsoftonline.cn", "sts.chinacloudapi.cn",
        "api://AzureADTokenExchangeChina", "https://microsoftgraph.chinacloudapi.cn", []);

    private static CloudEndpoints Create(
        string connector, string connectorLogin, string login, string sts, string federation, string graph, string[] serviceHosts) => new(
        ConnectorIssuer: $"https://{connector}",
        ConnectorMetadata: $"https://{connectorLogin}/v1/.well-known/openidconfiguration",
        ConnectorScope: $"https://{connector}/.default",
        LoginAuthority: new Uri($"https://{login}/"),
        EntraV1Issuer: $"https://{sts}/{{tenant}}/",
        EntraMetadata: $"https://{login}/{{tenant}}/v2.0/.well-known/openid-configuration",
        FederationScope: $"{federation}/.default",
        GraphRoot: new Uri(graph),
        GraphScope: $"{graph}/.default",
        ServiceHosts: serviceHosts);
}
