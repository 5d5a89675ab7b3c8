using System.Text.Json;

namespace FastTrackBot.Platform.Graph;

/// <summary>
/// What an error body says. Services differ in the case of the names (<c>innerError</c>, <c>innererror</c>), nest the inner
/// error, leave the code empty (Planner) or answer with HTML (a gateway): all of that is tolerated here.
/// </summary>
internal sealed record GraphError(string? Code, string? RequestId, string? ClientRequestId)
{
    private static readonly GraphError Nothing = new(null, null, null);

    public static GraphError Parse(string body)
    {
        if (!body.AsSpan().TrimStart().StartsWith("{"))
            return Nothing;
        try
        {
            using var document = JsonDocument.Parse(body);
            return Member(document.RootElement, "error") is { } error ? Read(error) : Nothing;
        }
        catch (JsonException)
        {
            // Not Graph's own answer; the body itself is kept with the exception.
            return Nothing;
        }
    }

    private static GraphError Read(JsonElement error)
    {
        var inner = Member(error, "innerError") is { ValueKind: JsonValueKind.Object } nested ? Read(nested) : Nothing;
        return new(
            Text(error, "code") ?? inner.Code,
            Text(error, "request-id") ?? inner.RequestId,
            Text(error, "client-request-id") ?? inner.ClientRequestId);
    }

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    private static JsonElement? Member(JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return member.Value;
            }
        }

        return null;
    }
}
