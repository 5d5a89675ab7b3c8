using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox;

/// <summary>
/// The tenant's collections by path (<c>subscribedSkus</c>, <c>directory/subscriptions</c> …). What was put in at run time
/// wins over the data folder's file, and that over the built-in one.
/// </summary>
internal sealed class SandboxData(string? folder, ILogger<SandboxData> log)
{
    private const string BuiltInPrefix = "Contoso/";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, JsonArray> _builtIn = ReadBuiltIn();
    private readonly Dictionary<string, (DateTime Written, JsonArray? Rows)> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, JsonArray> _put = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>A copy of the rows; none where there is no such collection.</returns>
    public JsonArray? Rows(string collection)
    {
        lock (_gate)
        {
            if (!_builtIn.TryGetValue(collection, out var builtIn))
                return null;
            var rows = _put.GetValueOrDefault(collection) ?? FromFolder(collection) ?? builtIn;
            return rows.DeepClone().AsArray();
        }
    }

    /// <param name="json">An array of rows, or a page as Graph answers it.</param>
    /// <returns>False where there is no such collection.</returns>
    /// <exception cref="JsonException">It is neither.</exception>
    public bool Put(string collection, string json)
    {
        lock (_gate)
        {
            if (!_builtIn.ContainsKey(collection))
                return false;
            _put[collection] = Parse(json);
            return true;
        }
    }

    private JsonArray? FromFolder(string collection)
    {
        if (folder is null)
            return null;
        var file = Path.Combine(folder, collection + ".json");
        if (!File.Exists(file))
            return null;
        var written = File.GetLastWriteTimeUtc(file);
        if (_files.TryGetValue(collection, out var known) && known.Written == written)
            return known.Rows;
        try
        {
            known = (written, Parse(File.ReadAllText(file)));
        }
        catch (JsonException e)
        {
            // Someone is in the middle of editing: the last good rows stay until the next save.
            Log.DataFileUnreadable(log, file, e.Message);
            known = (written, known.Rows);
        }

        _files[collection] = known;
        return known.Rows;
    }

    private static JsonArray Parse(string json) => JsonNode.Parse(json) switch
    {
        JsonArray rows => rows,
        JsonObject page when page["value"] is JsonArray rows => rows.DeepClone().AsArray(),
        _ => throw new JsonException("An array is expected, or an object with an array called 'value'."),
    };

    private static Dictionary<string, JsonArray> ReadBuiltIn()
    {
        var assembly = typeof(SandboxData).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(BuiltInPrefix, StringComparison.Ordinal))
            .ToDictionary(
                name => name[BuiltInPrefix.Length..^".json".Length],
                name =>
                {
                    using var stream = assembly.GetManifestResourceStream(name)!;
                    return JsonNode.Parse(stream)!.AsArray();
                },
                StringComparer.OrdinalIgnoreCase);
    }
}
