using System.Text.RegularExpressions;

namespace FastTrackBot.Sandbox;

/// <summary>
/// The usage reports: Graph sends its callers to another address, which holds the CSV and must not see a token. What was put in at
/// run time wins over the built-in report; of use the built-in reports are made up by <see cref="SandboxUse"/>.
/// </summary>
internal sealed partial class SandboxReports(SandboxUse use)
{
    private const string Path = "/sandbox/reports/";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _put = [];

    /// <returns>Where the report lies; null when the path is no report's.</returns>
    public static string? LocationOf(HttpContext http, string path) =>
        path.StartsWith("/reports/", StringComparison.Ordinal) && ReportPath().Match(path) is { Success: true } report
            ? $"{http.Request.Scheme}://{http.Request.Host}{Path}{report.Groups["name"]}.csv?period={report.Groups["period"]}"
            : null;

    public void Put(string report, string csv)
    {
        lock (_gate)
            _put[report] = csv;
    }

    public IResult Answer(HttpContext http, string report)
    {
        // The address alone opens it. A token that comes along has gone where it should not.
        if (http.Request.Headers.Authorization.Count > 0)
            return TypedResults.BadRequest("A token was sent to the address of a report.");
        lock (_gate)
        {
            if (_put.TryGetValue(report, out var csv))
                return TypedResults.Text(csv, "application/octet-stream");
        }

        if (use.Csv(report, http.Request.Query["period"].ToString()) is { } made)
            return TypedResults.Text(made, "application/octet-stream");
        return typeof(SandboxReports).Assembly.GetManifestResourceStream($"Reports/{report}.csv") is { } built
            ? TypedResults.Stream(built, "application/octet-stream")
            : TypedResults.NotFound();
    }

    [GeneratedRegex(@"^/reports/(?<name>\w+)(\(period='(?<period>\w+)'\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex ReportPath();
}
