using System.Net.Http.Headers;

namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>A call that can be made several times: each try needs a message of its own.</summary>
internal sealed record ConnectorRequest(HttpMethod Method, Uri Url, ReadOnlyMemory<byte> Body, Repeat Repeat)
{
    // Without the charset Teams may break what is not ASCII.
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public HttpRequestMessage ToMessage(AuthenticationHeaderValue? authorization)
    {
        var message = new HttpRequestMessage(Method, Url);
        message.Headers.Authorization = authorization;
        if (!Body.IsEmpty)
            message.Content = new ReadOnlyMemoryContent(Body) { Headers = { ContentType = Json } };
        return message;
    }
}
