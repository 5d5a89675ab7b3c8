using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph;

/// <summary>The envelope of <c>POST /$batch</c>. Source: https://learn.microsoft.com/graph/json-batching</summary>
internal sealed record GraphBatchBody(IReadOnlyList<GraphBatchBody.Call> Requests)
{
    /// <param name="Id">Comes back with the answer; answers come in any order.</param>
    public sealed record Call(string Id, string Method, string Url, IReadOnlyDictionary<string, string>? Headers, JsonElement? Body);

    public static Call Of(int id, GraphRequest request)
    {
        var headers = request.Headers.ToDictionary(header => header.Name, header => header.Value);
        if (request.Body is not null)
            headers["Content-Type"] = "application/json";
        return new(
            id.ToString(CultureInfo.InvariantCulture), request.Method.Method, request.Path,
            headers.Count > 0 ? headers : null,
            request.Body is { } body ? JsonElement.Parse(body) : null);
    }
}

internal sealed record GraphBatchReply(IReadOnlyList<GraphBatchReply.Answer>? Responses)
{
    public sealed record Answer(string? Id, int Status, IReadOnlyDictionary<string, string>? Headers, JsonElement Body)
    {
        public string? Header(string name) =>
            Headers?.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GraphBatchBody))]
[JsonSerializable(typeof(GraphBatchReply))]
internal sealed partial class GraphBatchJson : JsonSerializerContext;
