using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox;

/// <summary>
/// The reports of use: how many people use each service, growing from week to week as the collection <c>use</c> says (from, to, in so many weeks, of so
/// many licences), with weekends, and days that are not all the same. The same day always has the same figures. Only counts: nobody is named.
/// </summary>
internal sealed class SandboxUse(SandboxData data, TimeProvider time)
{
    private const string Apps = "MICROSOFT 365 APPS FOR ENTERPRISE";

    /// <summary>Reports lag behind.</summary>
    private const int LagDays = 2;

    /// <summary>So much of the growth lies behind when the tenant is first asked.</summary>
    private const int WeeksBehind = 8;

    private readonly Lock _gate = new();
    private DateOnly? _day;
    private DateOnly? _begin;

    /// <summary>The last day that the reports know; without it, the day before yesterday.</summary>
    public void SetDay(DateOnly day)
    {
        lock (_gate)
        {
            _day = day;
            _begin ??= day.AddDays(-7 * WeeksBehind);
        }
    }

    /// <returns>Null where it is no report of use.</returns>
    public string? Csv(string report, string period) => report switch
    {
        "getOffice365ActiveUserCounts" => ActiveUserCounts(Days(period), period.TrimStart('D')),
        "getOffice365ServicesUserCounts" => ServicesUserCounts(period.TrimStart('D')),
        "getOffice365ActivationsUserCounts" => Activations(),
        _ => null,
    };

    private static int Days(string period) => int.TryParse(period.AsSpan(Math.Min(1, period.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 30;

    /// <summary>A row a day, the latest first.</summary>
    private string ActiveUserCounts(int days, string period)
    {
        string[] columns = ["Office 365", "Exchange", "OneDrive", "SharePoint", "Skype For Business", "Yammer", "Teams"];
        var (day, begin) = Now();
        var services = columns.Select(Service).ToList();
        var csv = new StringBuilder("\uFEFFReport Refresh Date,Office 365,Exchange,OneDrive,SharePoint,Skype For Business,Yammer,Teams,Report Date,Report Period\r\n");
        for (var at = day; at > day.AddDays(-days); at = at.AddDays(-1))
            csv.AppendJoin(',', [Iso(day), .. services.Select(service => Number(service.OnDay(at, begin))), Iso(at), period]).Append("\r\n");
        return csv.ToString();
    }

    /// <summary>One row: who did something in the period, and who did not.</summary>
    private string ServicesUserCounts(string period)
    {
        string[] columns = ["Exchange", "OneDrive", "SharePoint", "Skype For Business", "Yammer", "Teams", "Office 365"];
        var (day, begin) = Now();
        var services = columns.Select(Service).ToList();
        var head = string.Join(',', ["Report Refresh Date", .. columns.SelectMany(column => (string[])[$"{column} Active", $"{column} Inactive"]), "Report Period"]);
        var row = string.Join(',', [Iso(day), .. services.SelectMany(service => (string[])[Number(service.Until(day, begin)), Number(service.Licensed - service.Until(day, begin))]), period]);
        return $"\uFEFF{head}\r\n{row}\r\n";
    }

    private string Activations()
    {
        var (day, begin) = Now();
        var apps = Service(Apps);
        return $"\uFEFFReport Refresh Date,Product Type,Assigned,Activated,Shared Computer Activation\r\n{Iso(day)},{Apps},{Number(apps.Licensed)},{Number(apps.Until(day, begin))},0\r\n";
    }

    private (DateOnly Day, DateOnly Begin) Now()
    {
        lock (_gate)
        {
            var day = _day ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-LagDays);
            return (day, _begin ??= day.AddDays(-7 * WeeksBehind));
        }
    }

    private Growing Service(string name)
    {
        var row = data.Rows("use")?.OfType<JsonObject>().FirstOrDefault(row => row["id"]?.GetValue<string>() == name);
        int Value(string member) => row?[member]?.GetValue<int>() ?? 0;
        return new Growing(name, Value("licensed"), Value("from"), Value("to"), Math.Max(1, Value("weeks")));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Growing(string Name, int Licensed, int From, int To, int Weeks)
    {
        /// <summary>Everybody who has used it in the last weeks.</summary>
        public int Until(DateOnly day, DateOnly begin)
        {
            var share = Math.Clamp((day.DayNumber - begin.DayNumber) / (7.0 * Weeks), 0, 1);
            return Math.Min(Licensed, From + (int)Math.Round((To - From) * share));
        }

        /// <summary>Those of them who used it on the day: few at the weekend, and never all.</summary>
        public int OnDay(DateOnly day, DateOnly begin)
        {
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            // Some number that looks like chance, and is the same whenever the day is asked for.
            var chance = (day.DayNumber * 37 + Name.Length * 11) % 10 / 100.0;
            return (int)(Until(day, begin) * (weekend ? 0.2 : 0.85) * (1 - chance));
        }
    }
}
