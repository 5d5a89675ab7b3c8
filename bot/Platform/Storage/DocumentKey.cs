using System.Text.Json;

namespace FastTrackBot.Platform.Storage;

/// <summary>Names a document. All documents of one kind and partition can be listed together.</summary>
/// <param name="Kind">What it is, e.g. <c>engagement</c>.</param>
/// <param name="Partition">Whose it is, mostly the tenant.</param>
public readonly record struct DocumentKey(string Kind, string Partition, string Id)
{
    public override string ToString() => $"{Kind}/{Partition}/{Id}";
}

/// <summary>A document as it was read. <paramref name="Version"/> starts at 1 and grows by one with each write.</summary>
public sealed record StoredDocument(DocumentKey Key, long Version, ReadOnlyMemory<byte> Json)
{
    private object? _value;

    /// <summary>What the JSON says. Documents are immutable, so that all who read this version share one.</summary>
    public T As<T>(DocumentKind<T> kind)
        where T : class
    {
        if (Volatile.Read(ref _value) is T known) return known;
        var value = JsonSerializer.Deserialize(Json.Span, kind.Json)!;
        Volatile.Write(ref _value, value);
        return value;
    }
}

/// <summary>A document to write, if its version is still the expected one.</summary>
/// <param name="ExpectedVersion">The version that was read; 0 where none may exist; <see cref="AnyVersion"/> to overwrite whatever is there.</param>
/// <param name="Json">The new content; null deletes.</param>
public sealed record DocumentWrite(DocumentKey Key, long ExpectedVersion, ReadOnlyMemory<byte>? Json)
{
    public const long AnyVersion = -1;
}
