using System.Globalization;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Tenant;

namespace FastTrackBot.FastTrack.Adoption.Use;

/// <summary>
/// Reads from the tenant's reports how many people use which service (<c>Reports.Read.All</c>). Only reports that count: they are the same whether the
/// tenant conceals names or not. Graph's period of 30 days is the nearest to the 28 days by which active use is usually meant.
/// </summary>
internal sealed class UseReader(GraphReports reports, GraphClient graph, TimeProvider clock)
{
    private const string Apps = "microsoft365Apps";

    /// <summary>What the reports call the services.</summary>
    private static readonly (string Workload, string Column)[] Columns =
    [
        ("", "Office 365"), ("exchangeOnline", "Exchange"), ("teams", "Teams"), ("sharePointOnline", "SharePoint"), ("oneDrive", "OneDrive"), ("vivaEngage", "Yammer"),
    ];

    public static bool IsMeasured(string workload) => workload == Apps || Columns.Any(column => column.Workload == workload);

    /// <returns>Without a reading where the reports have no figures yet.</returns>
    /// <exception cref="GraphException">Graph gave no answer, or refused.</exception>
    public async Task<UseRead> ReadAsync(IReadOnlyList<string> workloads, CancellationToken cancellationToken)
    {
        var columns = Columns.Where(column => column.Workload.Length == 0 || workloads.Contains(column.Workload)).ToList();
        var services = await reports.ReadAsync("getOffice365ServicesUserCounts", "D30", cancellationToken);
        var days = await reports.ReadAsync("getOffice365ActiveUserCounts", "D90", cancellationToken);
        if (services.Rows is not [var row, ..] || Day(services, row, "Report Refresh Date") is not { } on) return new UseRead(null, []);

        List<ServiceUse> use = [.. columns.Select(column => Service(services, row, column.Workload, column.Column)).OfType<ServiceUse>()];
        if (workloads.Contains(Apps) && await AppsAsync(cancellationToken) is { } apps) use.Add(apps);
        var best = from line in days.Rows
                   let day = Day(days, line, "Report Date")
                   where day is not null
                   from column in columns
                   let active = Number(days, line, column.Column)
                   where active is not null
                   select new DayUse(day.Value, column.Workload, active.Value);
        return new UseRead(new UseReading(on, clock.GetUtcNow(), use), UseRules.Weeks(best));
    }

    /// <returns>Null where the bot may not know (<c>ReportSettings.Read.All</c>): it is only told, and nothing hangs on it.</returns>
    public async Task<bool?> AreNamesConcealedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await graph.AreReportNamesConcealedAsync(cancellationToken);
        }
        catch (GraphException)
        {
            return null;
        }
    }

    private async Task<ServiceUse?> AppsAsync(CancellationToken cancellationToken)
    {
        var activations = await reports.ReadAsync("getOffice365ActivationsUserCounts", cancellationToken);
        var rows = activations.Rows.Where(row => activations[row, "Product Type"].StartsWith("MICROSOFT 365 APPS", StringComparison.OrdinalIgnoreCase)).ToList();
        return rows.Count == 0 ? null : new ServiceUse(Apps, rows.Sum(row => Number(activations, row, "Activated") ?? 0), rows.Sum(row => Number(activations, row, "Assigned") ?? 0));
    }

    private static ServiceUse? Service(CsvTable report, IReadOnlyList<string> row, string workload, string column) =>
        Number(report, row, $"{column} Active") is { } active && Number(report, row, $"{column} Inactive") is { } inactive ? new ServiceUse(workload, active, active + inactive) : null;

    private static DateOnly? Day(CsvTable report, IReadOnlyList<string> row, string column) => Days.ParseIso(report[row, column]);

    private static int? Number(CsvTable report, IReadOnlyList<string> row, string column) =>
        int.TryParse(report[row, column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

internal sealed record UseRead(UseReading? Reading, IReadOnlyList<UseWeek> Weeks);
