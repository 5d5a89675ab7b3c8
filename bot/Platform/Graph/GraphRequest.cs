using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FastTrackBot.Platform.Graph;

/// <summary>
/// One call, to be sent by itself or in a batch. A path begins with a slash and has no version: <c>/planner/tasks</c>.
/// </summary>
public sealed record GraphRequest
{
    private readonly GraphRepeat? _repeat;

    private GraphRequest(HttpMethod method, string path, byte[]? body) => (Method, Path, Body) = (method, path, body);

    public HttpMethod Method { get; }

    public string Path { get; }

    /// <summary>The etag of the version that the change was made for. It goes out as it came in, quotes included.</summary>
    public string? IfMatch { get; init; }

    /// <summary>The header of that name: <c>return=representation</c>.</summary>
    public string? Prefer { get; init; }

    /// <summary>
    /// Unset: reading, deleting and changing a known version is repeated freely (a repetition too many ends in 404 or 412), a
    /// change of whatever is there only when it was refused, and nothing is created twice.
    /// </summary>
    public GraphRepeat Repeat
    {
        get => _repeat ?? (Method == HttpMethod.Post ? GraphRepeat.Never
            : Method == HttpMethod.Patch && IfMatch is null ? GraphRepeat.WhenRefused
            : GraphRepeat.Freely);
        init => _repeat = value;
    }

    internal IEnumerable<(string Name, string Value)> Headers
    {
        get
        {
            if (IfMatch is not null)
                yield return ("If-Match", IfMatch);
            if (Prefer is not null)
                yield return ("Prefer", Prefer);
        }
    }

    internal byte[]? Body { get; }

    /// <summary>For logs and health: without the query, which may name people.</summary>
    internal string PathOnly => Path.Split('?')[0];

    public static GraphRequest Get(string path) => new(HttpMethod.Get, path, null);

    public static GraphRequest Post<T>(string path, T body, JsonTypeInfo<T> type) =>
        new(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, type));

    public static GraphRequest Patch<T>(string path, T body, JsonTypeInfo<T> type) =>
        new(HttpMethod.Patch, path, JsonSerializer.SerializeToUtf8Bytes(body, type));

    public static GraphRequest Delete(string path) => new(HttpMethod.Delete, path, null);
}
