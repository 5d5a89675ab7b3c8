namespace FastTrackBot.Platform.Graph.Tenant;

/// <summary>What an assessment reads, by name. Each call asks only for what its record holds, and says what permission it needs.</summary>
public static class TenantReads
{
    /// <summary>The same in every tenant.</summary>
    public const string GlobalAdministrator = "62e90394-69f5-4237-9190-012177145e10";

    internal static class Paths
    {
        public const string Users =
            "/users?$select=id,userPrincipalName,accountEnabled,userType,usageLocation,assignedLicenses,licenseAssignmentStates,"
            + "onPremisesProvisioningErrors&$top=999";

        public const string Domains = "/domains?$select=id,authenticationType,isDefault,isInitial,isRoot,isVerified,supportedServices";

        public const string SecurityDefaults = "/policies/identitySecurityDefaultsEnforcementPolicy?$select=isEnabled";

        public const string Policies = "/identity/conditionalAccess/policies?$select=id,state";

        public const string GlobalAdministrators =
            "/roleManagement/directory/roleAssignments?$filter=roleDefinitionId eq '" + GlobalAdministrator + "'";

        /// <summary>The newest day; its next pages lead through the last three months.</summary>
        public const string SecureScore = "/security/secureScores?$top=1";

        public const string ControlProfiles = "/security/secureScoreControlProfiles?$select=id,title,maxScore,deprecated";

        public const string OpenIssues = "/admin/serviceAnnouncement/issues?$filter=isResolved eq false";

        public const string ReportSettings = "/admin/reportSettings?$select=displayConcealedNames";

        public static string DnsRecords(string domain) => $"/domains/{Uri.EscapeDataString(domain)}/serviceConfigurationRecords";
    }

    /// <summary>Permission: <c>User.Read.All</c>.</summary>
    public static IAsyncEnumerable<TenantUser> ListUsersAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync(Paths.Users, TenantJson.Default.UserPage, ct);

    /// <summary>Permission: <c>Domain.Read.All</c>.</summary>
    public static IAsyncEnumerable<TenantDomain> ListDomainsAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync(Paths.Domains, TenantJson.Default.DomainPage, ct);

    /// <summary>Permission: <c>Domain.Read.All</c>.</summary>
    public static IAsyncEnumerable<DomainDnsRecord> ListDnsRecordsAsync(this GraphClient graph, string domain, CancellationToken ct) =>
        graph.ListAsync(Paths.DnsRecords(domain), TenantJson.Default.DnsRecordPage, ct);

    /// <summary>Permission: <c>Policy.Read.All</c>.</summary>
    public static Task<SecurityDefaults> GetSecurityDefaultsAsync(this GraphClient graph, CancellationToken ct) =>
        graph.GetAsync(Paths.SecurityDefaults, TenantJson.Default.SecurityDefaults, ct);

    /// <summary>Whether the usage reports show hashes in place of names. Permission: <c>ReportSettings.Read.All</c>.</summary>
    public static async Task<bool?> AreReportNamesConcealedAsync(this GraphClient graph, CancellationToken ct) =>
        (await graph.GetAsync(Paths.ReportSettings, TenantJson.Default.ReportSettings, ct)).DisplayConcealedNames;

    /// <summary>Permission: <c>Policy.Read.All</c>.</summary>
    public static IAsyncEnumerable<ConditionalAccessPolicy> ListConditionalAccessPoliciesAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync(Paths.Policies, TenantJson.Default.PolicyPage, ct);

    /// <summary>Permission: <c>RoleManagement.Read.Directory</c>.</summary>
    public static IAsyncEnumerable<RoleAssignment> ListGlobalAdministratorsAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync(Paths.GlobalAdministrators, TenantJson.Default.RoleAssignmentPage, ct);

    /// <summary>The newest; null for a tenant that has none yet. Permission: <c>SecurityEvents.Read.All</c>.</summary>
    public static async Task<SecureScore?> FindSecureScoreAsync(this GraphClient graph, CancellationToken ct)
    {
        await foreach (var score in graph.ListAsync(Paths.SecureScore, TenantJson.Default.SecureScorePage, ct))
            return score;
        return null;
    }

    /// <summary>Permission: <c>SecurityEvents.Read.All</c>.</summary>
    public static IAsyncEnumerable<SecureScoreControlProfile> ListControlProfilesAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync(Paths.ControlProfiles, TenantJson.Default.ControlProfilePage, ct);

    /// <summary>Permission: <c>ServiceHealth.Read.All</c>.</summary>
    public static IAsyncEnumerable<ServiceIssue> ListOpenIssuesAsync(this GraphClient graph, CancellationToken ct) =>
        graph.ListAsync(Paths.OpenIssues, TenantJson.Default.IssuePage, ct);
}
