using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FastTrackBot.Platform.Storage;

/// <summary>
/// Goes through all documents of a kind, page by page. Each page is a commit of its own, and one that somebody changed meanwhile is read
/// again: so it never holds up anyone for long, and can be interrupted anywhere and done again.
/// </summary>
public sealed class DocumentSweep(IStore store)
{
    internal const int PageSize = 100;

    public IStore Store => store;

    /// <param name="rule">What is to become of a document: the same object leaves it, another one takes its place, null erases it.</param>
    /// <returns>How many were erased or changed.</returns>
    public async Task<int> RunAsync<T>(DocumentKind<T> kind, Func<DocumentKey, T, T?> rule, CancellationToken cancellationToken)
        where T : class
    {
        var count = 0;
        DocumentKey? after = null;
        while (true)
        {
            var page = await store.ReadPageAsync(kind.Name, after, PageSize, cancellationToken);
            if (page.Count == 0) return count;
            List<DocumentWrite> writes = [.. page.Select(stored => Apply(kind, rule, stored)).OfType<DocumentWrite>()];
            if (writes.Count > 0 && (await store.CommitAsync(new Commit(writes), cancellationToken)).Outcome != CommitOutcome.Committed) continue;
            count += writes.Count;
            after = page[^1].Key;
        }
    }

    public async IAsyncEnumerable<(DocumentKey Key, T Value)> ReadAsync<T>(DocumentKind<T> kind, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        DocumentKey? after = null;
        while (true)
        {
            var page = await store.ReadPageAsync(kind.Name, after, PageSize, cancellationToken);
            if (page.Count == 0) yield break;
            foreach (var stored in page) yield return (stored.Key, stored.As(kind));
            after = page[^1].Key;
        }
    }

    /// <summary>Erases all documents of a kind in a partition, whatever they say.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EraseAllAsync(string kind, string partition, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var part in (await store.ReadAllAsync(kind, partition, cancellationToken)).Chunk(PageSize))
        {
            await store.CommitAsync(new Commit([.. part.Select(stored => new DocumentWrite(stored.Key, DocumentWrite.AnyVersion, null))]), cancellationToken);
            count += part.Length;
        }

        return count;
    }

    /// <returns>Whether there was something to erase.</returns>
    public async Task<bool> EraseAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(key, cancellationToken) is null) return false;
        await store.CommitAsync(new Commit([new DocumentWrite(key, DocumentWrite.AnyVersion, null)]), cancellationToken);
        return true;
    }

    private static DocumentWrite? Apply<T>(DocumentKind<T> kind, Func<DocumentKey, T, T?> rule, StoredDocument stored)
        where T : class
    {
        var before = stored.As(kind);
        var after = rule(stored.Key, before);
        return ReferenceEquals(after, before) ? null
            : new DocumentWrite(stored.Key, stored.Version, after is null ? (ReadOnlyMemory<byte>?)null : JsonSerializer.SerializeToUtf8Bytes(after, kind.Json));
    }
}
