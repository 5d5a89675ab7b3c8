using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack;

/// <summary>
/// A document that a rule rests on. <see cref="Date"/> is null where the document bears none, <see cref="Url"/> where none is public.
/// Data files refer to a source by its id; an id that <c>Data/sources.json</c> lacks fails when the file is read.
/// </summary>
[JsonConverter(typeof(SourceReference))]
public sealed record Source(string Id, string Title, PartialDate? Date, Uri? Url)
{
    /// <summary>The id tells which document it is; the rest is said of it.</summary>
    public bool Equals(Source? other) => Id == other?.Id;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}

/// <summary>The documents that the data files cite.</summary>
public static class Sources
{
    private static readonly Dictionary<string, Source> ById =
        EmbeddedData.Read("FastTrack/Data/sources.json", SharedJson.Default.SourceFile).Sources
            .Select(entry => new Source(entry.Id, entry.Title, entry.Date == "undated" ? null : PartialDate.Parse(entry.Date), entry.Url))
            .ToDictionary(source => source.Id, StringComparer.Ordinal);

    public static IReadOnlyCollection<Source> All => ById.Values;

    public static Source? Find(string id) => ById.GetValueOrDefault(id);
}

internal sealed record SourceFile(IReadOnlyList<SourceEntry> Sources);

internal sealed record SourceEntry(string Id, string Title, string Date, Uri? Url = null);

internal sealed class SourceReference : JsonConverter<Source>
{
    public override Source Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var id = reader.GetString() ?? "";
        return Sources.Find(id) ?? throw new JsonException($"Source '{id}' is not in FastTrack/Data/sources.json.");
    }

    public override void Write(Utf8JsonWriter writer, Source value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}
