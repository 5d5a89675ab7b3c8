using System.Text.Json.Nodes;
using FastTrackBot.FastTrack;
using FastTrackBot.Sandbox;
using FastTrackBot.Tests.Cards;

namespace FastTrackBot.Tests.FastTrack.Assessment;

/// <summary>The whole assessment of the make-believe tenant: it finds what was planted there, and nothing else.</summary>
public sealed class ContosoTests
{
    [Fact]
    public async Task Exactly_the_planted_faults_are_found()
    {
        await using var contoso = await TenantFixture.StartAsync();
        var planted = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(RepositoryFiles.Root, "bot/Sandbox/Contoso/planted-faults.json"), TestContext.Current.CancellationToken))!.AsArray();

        var results = await contoso.RunAsync();

        Assert.All(results, result => Assert.Equal(CheckState.Done, result.Outcome.State));
        Assert.Equal(
            planted.Select(fault => $"{fault!["check"]} {fault["finding"]}").Order(),
            results.SelectMany(result => result.Findings).Select(finding => $"{finding.CheckId} {finding.Id}").Order());
    }

    [Fact]
    public async Task Every_check_has_something_planted()
    {
        await using var contoso = await TenantFixture.StartAsync();

        Assert.All(await contoso.RunAsync(), result => Assert.NotEmpty(result.Findings));
    }

    [Fact]
    public async Task The_progress_counts_every_check_once()
    {
        await using var contoso = await TenantFixture.StartAsync();
        List<int> seen = [];

        await contoso.Runner.RunAsync(
            done =>
            {
                seen.Add(done);
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(1, contoso.Runner.Checks), seen);
    }

    [Fact]
    public async Task What_several_checks_need_is_read_once()
    {
        await using var contoso = await TenantFixture.StartAsync();
        await contoso.RunAsync();

        var paths = contoso.Tenant.Requests.Select(request => request.Path).ToList();
        Assert.Equal(paths.Distinct().Count(), paths.Count);
    }

    public static TheoryData<string, string, string> Permissions => new()
    {
        { "/subscribedSkus", "LicenseAssignment.Read.All", "licences" },
        { "/users", "User.Read.All", "licenceErrors usageLocation provisioning" },
        { "/domains", "Domain.Read.All", "domains mx spf dkim dmarc records legacyRecord" },
        { "/organization", "Organization.Read.All", "sync" },
        { "/policies", "Policy.Read.All", "signIn" },
        { "/identity/conditionalAccess", "Policy.Read.All", "signIn" },
        { "/roleManagement", "RoleManagement.Read.Directory", "globalAdmins" },
        { "/security/secureScores", "SecurityEvents.Read.All", "secureScore" },
        { "/security/secureScoreControlProfiles", "SecurityEvents.Read.All", "secureScore" },
        { "/reports", "Reports.Read.All", "mailboxes" },
        { "/admin/serviceAnnouncement", "ServiceHealth.Read.All", "incidents" },
    };

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task A_check_that_lacks_its_permission_names_it_and_holds_up_no_other(string path, string permission, string checks)
    {
        await using var contoso = await TenantFixture.StartAsync();
        contoso.Tenant.Fault(new SandboxFault(path, Status: 403));

        var results = await contoso.RunAsync();

        var refused = results.Select(result => result.Outcome).Where(outcome => outcome.State != CheckState.Done).ToList();
        Assert.Equal(checks.Split(' ').Order(), refused.Select(outcome => outcome.CheckId).Order());
        Assert.All(refused, outcome => Assert.Equal((CheckState.NotPermitted, permission), (outcome.State, outcome.Permission)));
        Assert.All(results.Where(result => result.Outcome.State != CheckState.Done), result => Assert.Empty(result.Findings));
    }

    public static TheoryData<int, string?, CheckTrouble> Troubles => new()
    {
        { 429, null, CheckTrouble.Throttled },
        { 503, null, CheckTrouble.Unavailable },
        { 500, null, CheckTrouble.Unavailable },
        { 404, null, CheckTrouble.Unavailable },
        { 401, null, CheckTrouble.NoToken },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_check_that_fails_says_why(int status, string? code, CheckTrouble trouble)
    {
        await using var contoso = await TenantFixture.StartAsync();
        contoso.Tenant.Fault(new SandboxFault("/security/secureScores", status, code));

        Assert.Equal(new CheckOutcome("secureScore", CheckState.Failed, null, trouble), (await contoso.RunAsync("secureScore")).Outcome);
        contoso.Tenant.ClearFaults();
        Assert.Equal(CheckState.Done, (await contoso.RunAsync("secureScore")).Outcome.State);
    }

    [Fact]
    public async Task A_Graph_that_never_answers_is_given_up()
    {
        await using var contoso = await TenantFixture.StartAsync();
        contoso.Tenant.Fault(new SandboxFault("/domains", Hang: true));

        var run = contoso.RunAsync("domains");
        await contoso.Clock.UntilSomeoneWaitsAsync(wait => wait == TimeSpan.FromSeconds(10));
        while (!run.IsCompleted)
        {
            contoso.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Equal(CheckTrouble.TimedOut, (await run).Outcome.Trouble);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(400)]
    public async Task Without_the_DNS_only_what_needs_it_fails(int status)
    {
        await using var contoso = await TenantFixture.StartAsync();
        contoso.Tenant.Fault(new SandboxFault("/dns-query", status));

        var failed = (await contoso.RunAsync()).Select(result => result.Outcome).Where(outcome => outcome.State != CheckState.Done).ToList();

        Assert.Equal(["dkim", "dmarc", "legacyRecord", "mx", "records", "spf"], failed.Select(outcome => outcome.CheckId).Order());
        Assert.All(failed, outcome => Assert.Equal(CheckTrouble.DnsUnavailable, outcome.Trouble));
    }

    [Fact]
    public async Task A_report_that_lacks_its_columns_is_unreadable()
    {
        await using var contoso = await TenantFixture.StartAsync();
        contoso.Tenant.SetReport("getMailboxUsageDetail", "Report Refresh Date,Something Else\n2026-02-27,1\n");

        Assert.Equal(CheckTrouble.Unreadable, (await contoso.RunAsync("mailboxes")).Outcome.Trouble);
    }

    [Fact]
    public async Task An_answer_with_holes_in_it_is_unreadable_and_holds_up_no_other()
    {
        await using var contoso = await TenantFixture.StartAsync();
        contoso.Tenant.Tolerant = true;
        contoso.Tenant.SetData("users", """[{"id":"1","licenseAssignmentStates":[null]}]""");

        var failed = (await contoso.RunAsync()).Select(result => result.Outcome).Where(outcome => outcome.State == CheckState.Failed).ToList();

        Assert.Equal(["licenceErrors", "provisioning", "usageLocation"], failed.Select(outcome => outcome.CheckId).Order());
        Assert.All(failed, outcome => Assert.Equal(CheckTrouble.Unreadable, outcome.Trouble));
    }

    [Fact]
    public async Task A_report_without_rows_finds_nothing()
    {
        await using var contoso = await TenantFixture.StartAsync();
        contoso.Tenant.SetReport("getMailboxUsageDetail", "Prohibit Send Quota (Byte),Storage Used (Byte)\n");

        var result = await contoso.RunAsync("mailboxes");

        Assert.Equal(CheckState.Done, result.Outcome.State);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public async Task Records_that_Graph_cannot_produce_are_passed_over()
    {
        await using var contoso = await TenantFixture.StartAsync();
        contoso.Tenant.SetData("domains/contoso.example/serviceConfigurationRecords", """
            [{"@odata.type":"#microsoft.graph.domainDnsUnavailableRecord","id":"1","isOptional":false,"label":"contoso.example","recordType":null,"description":"Not now."}]
            """);

        var result = await contoso.RunAsync("records");

        Assert.Equal(["recordMissing:autodiscover.contoso-retail.example"], result.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public async Task A_service_record_is_asked_for_under_its_own_name_whatever_the_label_holds()
    {
        await using var contoso = await TenantFixture.StartAsync();
        contoso.Tenant.SetData("domains/contoso.example/serviceConfigurationRecords", """
            [{"@odata.type":"#microsoft.graph.domainDnsSrvRecord","id":"1","isOptional":false,"label":"_sip._tls.contoso.example","nameTarget":"sipdir.online.lync.com","service":"_sip","protocol":"_tls","port":443},
             {"@odata.type":"#microsoft.graph.domainDnsSrvRecord","id":"2","isOptional":false,"label":"contoso.example","nameTarget":"sipfed.online.lync.com","service":"_sipfederationtls","protocol":"_tcp","port":5061}]
            """);

        Assert.DoesNotContain((await contoso.RunAsync("records")).Findings, finding => finding.Subject.EndsWith("contoso.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Security_defaults_make_the_policies_needless()
    {
        await using var contoso = await TenantFixture.StartAsync();
        contoso.Tenant.SetData("policies/identitySecurityDefaultsEnforcementPolicy", """[{"id":"1","isEnabled":true}]""");

        Assert.Empty((await contoso.RunAsync("signIn")).Findings);
        Assert.DoesNotContain(contoso.Tenant.Requests, request => request.Path.Contains("conditionalAccess", StringComparison.Ordinal));
    }
}
