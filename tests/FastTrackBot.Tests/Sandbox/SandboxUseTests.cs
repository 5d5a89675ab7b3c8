using System.Globalization;
using FastTrackBot.Platform.Graph.Tenant;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Sandbox;

/// <summary>The make-believe tenant's reports of use grow, and are the same whenever the same day is asked for.</summary>
public sealed class SandboxUseTests
{
    private static readonly DateOnly Friday = new(2026, 2, 27);

    [Fact]
    public async Task Use_grows_from_week_to_week()
    {
        await using var tenant = await StartAsync();
        List<int> people = [];
        for (var week = 0; week < 5; week++)
        {
            tenant.SetReportDay(Friday.AddDays(7 * week));
            var report = await ReadAsync(tenant, "getOffice365ServicesUserCounts", "D30");
            people.Add(Number(report, report.Rows[0], "Teams Active"));
            Assert.Equal(196, people[^1] + Number(report, report.Rows[0], "Teams Inactive"));
        }

        Assert.Equal([65, 72, 79, 85, 92], people);
    }

    [Fact]
    public async Task Each_day_has_its_row_weekends_dip_and_the_same_day_is_always_the_same()
    {
        await using var tenant = await StartAsync();
        tenant.SetReportDay(Friday);
        var first = await ReadAsync(tenant, "getOffice365ActiveUserCounts", "D90");
        tenant.SetReportDay(Friday.AddDays(7));
        var second = await ReadAsync(tenant, "getOffice365ActiveUserCounts", "D30");

        Assert.Equal((90, 30), (first.Rows.Count, second.Rows.Count));
        Assert.Equal(On(first, Friday), On(second, Friday));
        Assert.True(On(first, Friday.AddDays(-6)) < On(first, Friday) / 2, "Saturday");
    }

    [Fact]
    public async Task The_growth_can_be_edited()
    {
        await using var tenant = await StartAsync();
        tenant.SetReportDay(Friday);
        tenant.SetData("use", """[{ "id": "Teams", "licensed": 10, "from": 4, "to": 4, "weeks": 1 }]""");

        var report = await ReadAsync(tenant, "getOffice365ServicesUserCounts", "D30");

        Assert.Equal((4, 0), (Number(report, report.Rows[0], "Teams Active"), Number(report, report.Rows[0], "Exchange Active")));
    }

    private static Task<SandboxHost> StartAsync() => SandboxHost.StartAsync(ct: TestContext.Current.CancellationToken);

    private static async Task<CsvTable> ReadAsync(SandboxHost tenant, string report, string period)
    {
        using var http = new HttpClient();
        return CsvTable.Parse(await http.GetStringAsync(new Uri(tenant.Address, $"/sandbox/reports/{report}.csv?period={period}"), TestContext.Current.CancellationToken));
    }

    private static int On(CsvTable report, DateOnly day) =>
        Number(report, report.Rows.Single(row => report[row, "Report Date"] == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), "Teams");

    private static int Number(CsvTable report, IReadOnlyList<string> row, string column) => int.Parse(report[row, column], CultureInfo.InvariantCulture);
}
