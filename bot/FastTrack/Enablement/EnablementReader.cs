using System.Globalization;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Tenant;

namespace FastTrackBot.FastTrack.Enablement;

/// <summary>Reads from the tenant how many licences people hold (<c>LicenseAssignment.Read.All</c>) and how many use them (<c>Reports.Read.All</c>).</summary>
public sealed class EnablementReader(GraphClient graph, GraphReports reports, TimeProvider clock)
{
    /// <returns>What could be read, and the permissions that the rest lacks.</returns>
    /// <exception cref="GraphException">Graph gave no answer; what was known before is still the best there is.</exception>
    public async Task<(EnablementFacts Facts, string? Lacks)> ReadAsync(CancellationToken cancellationToken)
    {
        var facts = new EnablementFacts(clock.GetUtcNow());
        string? lacks = null;
        try
        {
            var largest = await graph.ListSubscribedSkusAsync(cancellationToken).Where(Counts).OrderByDescending(Seats).FirstOrDefaultAsync(cancellationToken);
            if (largest is not null) facts = facts with { Plan = largest.SkuPartNumber, Bought = Seats(largest), Assigned = largest.ConsumedUnits ?? 0 };
        }
        catch (GraphException exception) when (exception.IsForbidden)
        {
            lacks = "LicenseAssignment.Read.All";
        }

        try
        {
            var report = await reports.ReadAsync("getOffice365ActiveUserCounts", "D30", cancellationToken);
            var best = EnablementRules.BestDay(Days(report));
            return (facts with { ActiveUsers = best?.Users, ActiveOn = best?.Day }, lacks);
        }
        catch (GraphException exception) when (exception.IsForbidden)
        {
            return (facts, lacks is null ? "Reports.Read.All" : $"{lacks}, Reports.Read.All");
        }
    }

    /// <summary>Free plans carry numbers that mean nothing: 10,000 and more that nobody bought, and few that anyone uses.</summary>
    private static bool Counts(SubscribedSku sku) =>
        sku is { CapabilityStatus: "Enabled" or "Warning", AppliesTo: "User" } && (Seats(sku) % 10_000 != 0 || sku.ConsumedUnits * 10 > Seats(sku));

    private static int Seats(SubscribedSku sku) => sku.PrepaidUnits?.Enabled ?? 0;

    private static IEnumerable<(DateOnly Day, int Users)> Days(CsvTable report)
    {
        foreach (var row in report.Rows)
        {
            if (DateOnly.TryParseExact(report[row, "Report Date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && int.TryParse(report[row, "Office 365"], NumberStyles.None, CultureInfo.InvariantCulture, out var users))
            {
                yield return (day, users);
            }
        }
    }
}
