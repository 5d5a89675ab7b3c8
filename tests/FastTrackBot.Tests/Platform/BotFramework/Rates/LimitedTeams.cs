using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace FastTrackBot.Tests.Platform.BotFramework.Rates;

/// <summary>Teams' side of the connector, which holds to its documented limits: a call too many is refused, and says when to come again.</summary>
public sealed class LimitedTeams(TimeProvider clock) : HttpMessageHandler
{
    private static readonly (int Calls, int Seconds)[] Thread = [(7, 1), (8, 2), (60, 30), (1800, 3600)];

    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _tenant = [];
    private readonly Dictionary<string, List<DateTimeOffset>> _threads = [];
    private int _ids;

    public int TenantCalls { get; init; } = 50;

    public int Calls { get; private set; }

    public int Refused { get; private set; }

    /// <summary>The summaries of what was accepted, and when.</summary>
    public List<(string Summary, DateTimeOffset At)> Accepted { get; } = [];

    /// <summary>The next calls are answered so.</summary>
    public Queue<(HttpStatusCode Status, string Code, int? RetryAfter)> Faults { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var summary = (string?)JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!["summary"] ?? "";
        var thread = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath.Split("/conversations/")[1].Split('/')[0]);
        return Take(summary, thread);
    }

    /// <summary>A call, as it comes over the wire.</summary>
    public HttpResponseMessage Take(string summary, string thread)
    {
        lock (_gate)
        {
            Calls++;
            if (Faults.TryDequeue(out var fault)) return Error(fault.Status, fault.Code, fault.RetryAfter);
            var now = clock.GetUtcNow();
            if (!_threads.TryGetValue(thread, out var times)) _threads.Add(thread, times = []);
            if (Count(_tenant, now, 1) >= TenantCalls || Thread.Any(limit => Count(times, now, limit.Seconds) >= limit.Calls))
            {
                Refused++;
                return Error(HttpStatusCode.TooManyRequests, "Throttled", 1);
            }

            _tenant.Add(now);
            times.Add(now);
            Accepted.Add((summary, now));
            return new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent($$"""{"id":"{{++_ids}}"}""", Encoding.UTF8, "application/json") };
        }
    }

    private static HttpResponseMessage Error(HttpStatusCode status, string code, int? retryAfter)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent($$$"""{"error":{"code":"{{{code}}}","message":"As the test wants it."}}""") };
        if (retryAfter is { } seconds) answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return answer;
    }

    private static int Count(List<DateTimeOffset> times, DateTimeOffset now, int seconds)
    {
        var count = 0;
        for (var i = times.Count - 1; i >= 0 && now - times[i] < TimeSpan.FromSeconds(seconds); i--) count++;
        return count;
    }
}
