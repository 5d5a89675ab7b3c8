using System.Globalization;
using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox;

/// <summary>
/// Microsoft Graph of the make-believe tenant: every collection of <see cref="SandboxData"/> and each row by its id, with
/// <c>$top</c>, <c>$select</c> and next pages. Other query options are taken without effect. What can be written to is
/// <see cref="SandboxTenant"/>.
/// </summary>
internal sealed class SandboxGraph(
    SandboxData data, SandboxFaults faults, SandboxRequests requests, TimeProvider time, IHostApplicationLifetime lifetime)
{
    public const string Root = "/sandbox/graph/v1.0";
    private const int DefaultPageSize = 100;

    /// <summary>Paths of one object, not of a collection.</summary>
    private static readonly HashSet<string> Singles = ["policies/identitySecurityDefaultsEnforcementPolicy", "admin/reportSettings"];

    public static TimeProvider Time(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>();

    public async Task AnswerAsync(HttpContext http)
    {
        var path = "/" + http.Request.RouteValues["path"];
        var authorized = http.Request.Headers.Authorization.ToString() is { Length: > 7 } value
            && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
        Receive(http, path, authorized);
        if (faults.Take(path, http.Request.Method) is { } fault)
            await MisbehaveAsync(http, fault);
        else if (!authorized)
            await SandboxErrors.WriteAsync(http, 401);
        else if (await http.RequestServices.GetRequiredService<SandboxTenant>().TryAnswerAsync(http, path))
            return;
        else if (SandboxReports.LocationOf(http, path) is { } report)
            http.Response.Redirect(report);
        else if (Singles.Contains(path[1..]))
            await SandboxErrors.WriteJsonAsync(http, 200, Selected(http, data.Rows(path[1..])![0]!.AsObject()));
        else if (data.Rows(path[1..]) is { } rows)
            await WritePageAsync(http, path, rows);
        else if (Row(path) is { } row)
            await SandboxErrors.WriteJsonAsync(http, 200, Selected(http, row));
        else
            await SandboxErrors.WriteAsync(http, 404);
    }

    private void Receive(HttpContext http, string path, bool authorized)
    {
        var request = http.Request;
        var clientRequestId = request.Headers["client-request-id"].ToString() is { Length: > 0 } id ? id : null;
        http.Response.Headers["request-id"] = Guid.NewGuid().ToString();
        if (clientRequestId is not null)
            http.Response.Headers["client-request-id"] = clientRequestId;
        requests.Add(new(
            time.GetUtcNow(), request.Method, path, request.QueryString.Value ?? "", clientRequestId,
            request.Headers.UserAgent.ToString(), authorized));
    }

    internal async Task MisbehaveAsync(HttpContext http, SandboxFault fault)
    {
        if (fault.Hang)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            http.Abort();
            return;
        }

        if (fault.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (fault.Location is { } location)
            http.Response.Headers.Location = location;
        await SandboxErrors.WriteAsync(http, fault.Status, fault.Code);
    }

    private static Task WritePageAsync(HttpContext http, string path, JsonArray rows)
    {
        var query = http.Request.Query;
        var size = Number(query["$top"], DefaultPageSize);
        var start = Number(query["$skiptoken"], 0);
        if (size is null or 0 || start is null)
            return SandboxErrors.WriteAsync(http, 400);
        var root = $"{http.Request.Scheme}://{http.Request.Host}{Root}";
        var page = new JsonObject { ["@odata.context"] = $"{root}/$metadata#{path[1..]}" };
        if (start + size < rows.Count)
        {
            var options = query.Where(option => option.Key != "$skiptoken").Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value.ToString())}");
            page["@odata.nextLink"] = $"{root}{path}?{string.Join('&', options.Append($"$skiptoken={start + size}"))}";
        }

        page["value"] = new JsonArray([.. rows.Skip(start.Value).Take(size.Value).Select(row => (JsonNode)Selected(http, row!.AsObject()))]);
        return SandboxErrors.WriteJsonAsync(http, 200, page);
    }

    private JsonObject? Row(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash > 0
            ? data.Rows(path[1..slash])?.OfType<JsonObject>().FirstOrDefault(row => IsNamed(row, path[(slash + 1)..]))
            : null;
    }

    /// <summary>People go by their user principal name as well.</summary>
    private static bool IsNamed(JsonObject row, string name) =>
        row["id"]?.GetValue<string>() == name
        || (row["userPrincipalName"] is { } principal && principal.GetValue<string>().Equals(name, StringComparison.OrdinalIgnoreCase));

    private static JsonObject Selected(HttpContext http, JsonObject row)
    {
        var wanted = http.Request.Query["$select"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new JsonObject(row
            .Where(member => wanted.Length == 0 || wanted.Contains(member.Key, StringComparer.OrdinalIgnoreCase))
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
    }

    private static int? Number(string? text, int otherwise) =>
        string.IsNullOrEmpty(text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
