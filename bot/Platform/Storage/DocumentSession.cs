using System.Text.Json;

namespace FastTrackBot.Platform.Storage;

/// <summary>
/// The documents of one turn or one piece of work: what it read, with the version it saw, what it wants changed, and what it wants done
/// later. Nothing is written here; the commit takes it all, and fails if a version has moved on.
/// </summary>
public sealed class DocumentSession(IStore store)
{
    private readonly Dictionary<DocumentKey, long> _versions = [];
    private readonly Dictionary<DocumentKey, DocumentWrite> _writes = [];
    private readonly Dictionary<DocumentKey, StoredDocument?> _fetched = [];

    private readonly List<WorkItem> _work = [];

    public IReadOnlyList<DocumentWrite> Writes => [.. _writes.Values];

    public Commit ToCommit(TurnRecord? turn = null, WorkEnd? end = null) => new(Writes, turn) { Work = _work, End = end };

    /// <summary>Reads what will be wanted in one journey to the database. The next <see cref="ReadAsync"/> of each sees it as it was now.</summary>
    public async ValueTask FetchAsync(IReadOnlyList<DocumentKey> keys, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(keys, cancellationToken);
        for (var at = 0; at < keys.Count; at++) _fetched[keys[at]] = stored[at];
    }

    /// <summary>The document as this turn sees it: with its own change, if it made one.</summary>
    public async ValueTask<T?> ReadAsync<T>(DocumentKind<T> kind, string partition, string id, CancellationToken cancellationToken)
        where T : class
    {
        var key = new DocumentKey(kind.Name, partition, id);
        if (_writes.TryGetValue(key, out var own)) return own.Json is { } json ? JsonSerializer.Deserialize(json.Span, kind.Json) : null;

        if (!_fetched.Remove(key, out var stored)) stored = await store.ReadAsync(key, cancellationToken);
        _versions[key] = stored?.Version ?? 0;
        return stored?.As(kind);
    }

    /// <summary>Every document of the kind in the partition, as last committed.</summary>
    public async ValueTask<IReadOnlyList<T>> ReadAllAsync<T>(DocumentKind<T> kind, string partition, CancellationToken cancellationToken)
        where T : class
    {
        var stored = await store.ReadAllAsync(kind.Name, partition, cancellationToken);
        var values = new List<T>(stored.Count);
        foreach (var document in stored)
        {
            _versions[document.Key] = document.Version;
            values.Add(document.As(kind));
        }

        return values;
    }

    /// <summary>Saves with the commit. A document that was not read first must not exist yet.</summary>
    public void Save<T>(DocumentKind<T> kind, string partition, string id, T value)
        where T : class =>
        Write(new DocumentKey(kind.Name, partition, id), JsonSerializer.SerializeToUtf8Bytes(value, kind.Json));

    public void Delete<T>(DocumentKind<T> kind, string partition, string id)
        where T : class =>
        Write(new DocumentKey(kind.Name, partition, id), null);

    /// <summary>Has it done with or after the commit, by the kind of work of that name. Where it waits already, the earlier time wins.</summary>
    public void Queue(string kind, string key, DateTimeOffset due) => _work.Add(new WorkItem(kind, key, due));

    private void Write(DocumentKey key, ReadOnlyMemory<byte>? json)
    {
        var version = _versions.GetValueOrDefault(key);
        if (json is null && version == 0) _writes.Remove(key);
        else _writes[key] = new DocumentWrite(key, version, json);
    }
}
