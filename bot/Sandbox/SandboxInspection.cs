using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox;

/// <summary>Shows every exchange to an inspector, and keeps what it had to say.</summary>
/// <param name="inspect">None: nobody looks.</param>
internal sealed class SandboxInspection(Func<SandboxExchange, IEnumerable<string>>? inspect)
{
    private static readonly object AnswerKey = new();

    private readonly Lock _gate = new();
    private readonly List<string> _breaches = [];

    public IReadOnlyList<string> Breaches
    {
        get
        {
            lock (_gate)
                return [.. _breaches];
        }
    }

    /// <summary>Remembers an answer until the end of its exchange.</summary>
    public static void Remember(HttpContext http, JsonNode answer) => http.Items[AnswerKey] = answer;

    public async Task ObserveAsync(HttpContext http, Func<Task> answer)
    {
        if (inspect is null)
        {
            await answer();
            return;
        }

        http.Request.EnableBuffering();
        await answer();
        var request = http.Request;
        var abandoned = http.RequestAborted.IsCancellationRequested;
        Inspect(new(
            request.Method,
            "/" + request.RouteValues["path"],
            request.Query.ToDictionary(option => option.Key, option => option.Value.ToString()),
            request.Headers.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase),
            abandoned ? null : await BodyAsync(request),
            abandoned ? 0 : http.Response.StatusCode,
            http.Items[AnswerKey] as JsonNode));
    }

    public void Inspect(SandboxExchange exchange)
    {
        if (inspect is null)
            return;
        var found = inspect(exchange).ToList();
        lock (_gate)
            _breaches.AddRange(found);
    }

    /// <summary>The body of a request, which can be read again afterwards if it is buffered.</summary>
    /// <returns>None where there is none, or it is no JSON.</returns>
    public static async Task<JsonNode?> BodyAsync(HttpRequest request)
    {
        if (request.Body.CanSeek)
            request.Body.Position = 0;
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var text = await reader.ReadToEndAsync();
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
