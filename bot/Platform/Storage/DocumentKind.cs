using System.Text.Json.Serialization.Metadata;

namespace FastTrackBot.Platform.Storage;

/// <summary>A kind of document: the name it is stored under, and how it is written.</summary>
public sealed record DocumentKind<T>(string Name, JsonTypeInfo<T> Json)
    where T : class
{
    public DocumentKey KeyOf(string partition, string id) => new(Name, partition, id);
}
