using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace FastTrackBot.Tests.Platform.Graph;

/// <summary>Answers one after the other, as a test wrote them down. A call too many fails.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private readonly List<Call> _calls = [];

    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (_calls)
                return [.. _calls];
        }
    }

    public ScriptedHandler Answers(int status, string body = "{}", params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(_ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers)
                response.Headers.Add(name, value);
            return Task.FromResult(response);
        });
        return this;
    }

    public ScriptedHandler CannotBeReached()
    {
        _answers.Enqueue(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "nobody there"));
        return this;
    }

    public ScriptedHandler Hangs()
    {
        _answers.Enqueue(async ct =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            throw new InvalidOperationException("never comes here");
        });
        return this;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Func<CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_calls)
        {
            _calls.Add(new(
                request.RequestUri!.AbsoluteUri,
                request.Headers.Authorization?.ToString(),
                request.Headers.GetValues("client-request-id").Single(),
                string.Join(' ', request.Headers.GetValues("User-Agent")))
            {
                Method = request.Method.Method,
                IfMatch = Header(request, "If-Match"),
                Prefer = Header(request, "Prefer"),
                Body = request.Content is ByteArrayContent body ? JsonNode.Parse(body.ReadAsStream(CancellationToken.None)) : null,
            });
            answer = _answers.Dequeue();
        }

        return answer(cancellationToken);
    }

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    internal sealed record Call(string Url, string? Authorization, string ClientRequestId, string UserAgent)
    {
        public required string Method { get; init; }

        public string? IfMatch { get; init; }

        public string? Prefer { get; init; }

        public JsonNode? Body { get; init; }
    }
}
