namespace FastTrackBot.Platform.Graph.Tenant;

/// <summary>
/// The usage reports. Graph answers with an address elsewhere, good for minutes, that holds the right to read in itself: the bot's
/// token must not go there (https://learn.microsoft.com/graph/api/reportroot-getmailboxusagedetail).
/// </summary>
/// <param name="bare">Sends no token, and follows no further redirect.</param>
public sealed class GraphReports(GraphClient graph, HttpClient bare)
{
    public const string HttpClientName = "GraphReports";

    /// <summary>A row per mailbox, for a tenant of 100,000 or so.</summary>
    internal const long MostBytes = 64 << 20;

    /// <summary>Permission: <c>Reports.Read.All</c>. Graph gives out each report 14 times in ten minutes.</summary>
    /// <param name="report">E.g. <c>getMailboxUsageDetail</c>.</param>
    /// <param name="period"><c>D7</c>, <c>D30</c>, <c>D90</c> or <c>D180</c>.</param>
    /// <exception cref="GraphException"/>
    public Task<CsvTable> ReadAsync(string report, string period, CancellationToken ct) => FetchAsync($"{report}(period='{period}')", ct);

    /// <summary>A report that knows no period.</summary>
    /// <param name="report">E.g. <c>getOffice365ActivationsUserCounts</c>.</param>
    /// <exception cref="GraphException"/>
    public Task<CsvTable> ReadAsync(string report, CancellationToken ct) => FetchAsync(report, ct);

    private async Task<CsvTable> FetchAsync(string report, CancellationToken ct)
    {
        var address = await graph.GetLocationAsync($"/reports/{report}", ct);
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            throw new GraphException($"The report {report} lies at an address that is not https.") { Status = 302, Code = GraphCodes.InvalidAnswer };
        try
        {
            using var response = await bare.GetAsync(address, ct);
            if (!response.IsSuccessStatusCode)
                throw new GraphException($"The report {report} was refused with {(int)response.StatusCode}.") { Status = (int)response.StatusCode };
            return CsvTable.Parse(await response.Content.ReadAsStringAsync(ct));
        }
        catch (FormatException e)
        {
            throw new GraphException($"The report {report} could not be read: {e.Message}", e) { Status = 200, Code = GraphCodes.InvalidAnswer };
        }
        catch (HttpRequestException e)
        {
            throw new GraphException($"The report {report} could not be fetched: {e.Message}", e) { Code = GraphCodes.ConnectFailed };
        }
        catch (TaskCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new GraphException($"The report {report} did not come in time.", e) { Code = GraphCodes.TimedOut };
        }
    }
}
