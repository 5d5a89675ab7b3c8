using System.Globalization;
using FastTrackBot.FastTrack.Assessment.Rules;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Tenant;

namespace FastTrackBot.FastTrack.Assessment.Checks;

/// <summary>Mailboxes that will soon be full.</summary>
public sealed class MailboxCheck() : Check("mailboxes", "Reports.Read.All")
{
    private const string Used = "Storage Used (Byte)";
    private const string Quota = "Prohibit Send Quota (Byte)";

    public override async Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken)
    {
        var table = await tenant.Reports.ReadAsync("getMailboxUsageDetail", "D7", cancellationToken);
        if (!table.Has(Used) || !table.Has(Quota))
            throw new GraphException("The report of mailboxes lacks its columns of storage.") { Status = 200, Code = GraphCodes.InvalidAnswer };
        var mailboxes = table.Rows
            .Where(row => !table[row, "Is Deleted"].Equals("True", StringComparison.OrdinalIgnoreCase))
            .Select(row => new Mailbox(Number(table[row, Used]), Number(table[row, Quota])));
        var refreshed = table.Rows.Select(row => table[row, "Report Refresh Date"]).FirstOrDefault("?");
        return [.. MailboxRules.Find(new MailboxReport(refreshed, [.. mailboxes]), Thresholds.Current.MailboxFull.Value)];
    }

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>Incidents at Microsoft that may explain what people complain about. Advisories are left out: there are always some.</summary>
public sealed class IncidentCheck() : Check("incidents", "ServiceHealth.Read.All")
{
    public override async Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken)
    {
        List<Incident> open = [];
        await foreach (var issue in tenant.Graph.ListOpenIssuesAsync(cancellationToken))
        {
            if (issue.IsResolved is not true && string.Equals(issue.Classification, "incident", StringComparison.OrdinalIgnoreCase))
                open.Add(new Incident(issue.Id, issue.Service ?? "", issue.Title ?? "", issue.StartDateTime));
        }

        return [.. IncidentRules.Find(open)];
    }
}
