using System.Text.Json;

namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>All of an answer that matters, read to its end so that the connection is free again.</summary>
internal sealed record ConnectorResponse(int Status, byte[] Body, TimeSpan? RetryAfter, string? CorrelationVector)
{
    private const int LongestBody = 4 << 20;

    public bool IsSuccess => Status is >= 200 and < 300;

    public static async Task<ConnectorResponse> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(LongestBody, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var trace = response.Headers.TryGetValues("MS-CV", out var values) ? values.FirstOrDefault() : null;
        return new ConnectorResponse((int)response.StatusCode, body, RetryAfterOf(response, time), trace);
    }

    /// <summary>The <c>id</c> of what was written. None in an answer without a body, as to typing.</summary>
    public string? ReadId()
    {
        var reader = new Utf8JsonReader(Body);
        if (Body.Length == 0 || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            reader.Read();
            if (isId && reader.TokenType == JsonTokenType.String)
                return reader.GetString();
            reader.Skip();
        }

        return null;
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response, TimeProvider time)
    {
        if (response.Headers.RetryAfter is not { } retryAfter)
            return null;
        var delay = retryAfter.Delta ?? retryAfter.Date - time.GetUtcNow();
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }
}
