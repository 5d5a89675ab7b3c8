namespace FastTrackBot.Sandbox;

/// <summary>
/// The usage reports: Graph sends its callers to another address, which holds the CSV and must not see a token. What was put in at
/// run time wins over the built-in report.
/// </summary>
internal sealed class SandboxReports
{
    private const string Path = "/sandbox/reports/";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _put = [];

    /// <returns>Where the report lies; null when the path is no report's.</returns>
    public static string? LocationOf(HttpContext http, string path) =>
        path.StartsWith("/reports/", StringComparison.Ordinal) && path.IndexOf('(', StringComparison.Ordinal) is > 0 and var end
            ? $"{http.Request.Scheme}://{http.Request.Host}{Path}{path["/reports/".Length..end]}.csv"
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

        return typeof(SandboxReports).Assembly.GetManifestResourceStream($"Reports/{report}.csv") is { } built
            ? TypedResults.Stream(built, "application/octet-stream")
            : TypedResults.NotFound();
    }
}
