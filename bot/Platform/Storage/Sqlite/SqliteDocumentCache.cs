using System.Collections.Concurrent;

namespace FastTrackBot.Platform.Storage.Sqlite;

/// <summary>
/// The current version of documents that are in use, and the fact that there is none. One process owns the file, so that nobody changes a
/// document behind its back: the writer publishes here what it has committed, before it tells anyone.
/// </summary>
internal sealed class SqliteDocumentCache(int maximumBytes = SqliteDocumentCache.DefaultMaximumBytes)
{
    private const int DefaultMaximumBytes = 16 * 1024 * 1024;

    /// <summary>About what an entry takes besides its JSON: the key's texts and the dictionary's node.</summary>
    private const int BytesOfAnEntry = 500;

    private readonly ConcurrentDictionary<DocumentKey, StoredDocument?> _documents = new();
    private readonly ConcurrentDictionary<(string Kind, string Partition), IReadOnlyList<StoredDocument>> _lists = new();
    private readonly Lock _gate = new();
    private long _bytes;
    private long _commits;

    /// <summary>To be taken before a read from the file, and given to <see cref="Add"/> with what was read.</summary>
    public long Commits => Volatile.Read(ref _commits);

    /// <param name="document">Null: there is no such document.</param>
    public bool TryGet(DocumentKey key, out StoredDocument? document) => _documents.TryGetValue(key, out document);

    public IReadOnlyList<StoredDocument>? List(string kind, string partition) => _lists.GetValueOrDefault((kind, partition));

    /// <summary>
    /// Keeps what a reader found in the file, unless a commit came in between: then it may be an older version than the one that was
    /// published, and must never take its place.
    /// </summary>
    public void Add(DocumentKey key, StoredDocument? document, long commits)
    {
        lock (_gate)
        {
            if (commits == _commits) Put(key, document);
        }
    }

    /// <inheritdoc cref="Add(DocumentKey, StoredDocument?, long)"/>
    public void Add(string kind, string partition, IReadOnlyList<StoredDocument> documents, long commits)
    {
        lock (_gate)
        {
            if (commits != _commits) return;
            RemoveList(kind, partition);
            Reserve(SizeOf(documents));
            _lists[(kind, partition)] = documents;
        }
    }

    /// <summary>What a transaction has brought to the disk.</summary>
    public void Publish(IReadOnlyDictionary<DocumentKey, StoredDocument?> written)
    {
        if (written.Count == 0) return;
        lock (_gate)
        {
            _commits++;
            foreach (var (key, document) in written)
            {
                Put(key, document);
                RemoveList(key.Kind, key.Partition);
            }
        }
    }

    private void Put(DocumentKey key, StoredDocument? document)
    {
        if (_documents.TryGetValue(key, out var replaced)) _bytes -= SizeOf(replaced);
        Reserve(SizeOf(document));
        _documents[key] = document;
    }

    private void RemoveList(string kind, string partition)
    {
        if (_lists.TryRemove((kind, partition), out var removed)) _bytes -= SizeOf(removed);
    }

    // Full is rare, and starting over costs each conversation one read: not worth the bookkeeping of who was used last.
    private void Reserve(long bytes)
    {
        if (_bytes + bytes > maximumBytes)
        {
            _documents.Clear();
            _lists.Clear();
            _bytes = 0;
        }

        _bytes += bytes;
    }

    private static long SizeOf(StoredDocument? document) => (document?.Json.Length ?? 0) + BytesOfAnEntry;

    private static long SizeOf(IReadOnlyList<StoredDocument> documents) => BytesOfAnEntry + documents.Sum(SizeOf);
}
