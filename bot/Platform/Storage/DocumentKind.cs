using System.Text.Json.Serialization.Metadata;

namespace FastTrackBot.Platform.Storage;

/// <summary>A kind of document: the name it is stored under, and how it is written.</summary>
/// <param name="json">Asked for with the first document: what there is to know of the type takes milliseconds, and the start passes through all kinds.</param>
public sealed class DocumentKind<T>(string name, Func<JsonTypeInfo<T>> json)
    where T : class
{
    private readonly Lazy<JsonTypeInfo<T>> _json = new(json);

    public string Name { get; } = name;

    public JsonTypeInfo<T> Json => _json.Value;

    public DocumentKey KeyOf(string partition, string id) => new(Name, partition, id);
}
