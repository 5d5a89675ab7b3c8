namespace FastTrackBot.Platform.Storage;

/// <summary>
/// Documents with versions, the record of turns, and the queue of work. Every commit is durable when its task completes.
/// Faults of the database surface as <see cref="StoreException"/>.
/// </summary>
public interface IStore
{
    /// <summary>What it is and where, for operators; no secret.</summary>
    string Description { get; }

    ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellationToken);

    /// <summary>The document or null for each of the keys: in one journey, where the database is one away.</summary>
    async ValueTask<IReadOnlyList<StoredDocument?>> ReadAsync(IReadOnlyList<DocumentKey> keys, CancellationToken cancellationToken)
    {
        var documents = new StoredDocument?[keys.Count];
        for (var at = 0; at < documents.Length; at++) documents[at] = await ReadAsync(keys[at], cancellationToken);
        return documents;
    }

    /// <summary>All documents of a kind in a partition, ordered by id.</summary>
    ValueTask<IReadOnlyList<StoredDocument>> ReadAllAsync(string kind, string partition, CancellationToken cancellationToken);

    /// <summary>
    /// Documents of a kind in whatever partition, by partition and id, <paramref name="limit"/> at most: for what goes through all of them.
    /// </summary>
    /// <param name="after">The last one of the page before; null begins.</param>
    ValueTask<IReadOnlyList<StoredDocument>> ReadPageAsync(string kind, DocumentKey? after, int limit, CancellationToken cancellationToken);

    Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken);

    /// <summary>The turn's messages are out (or given up): it is pending no more. <paramref name="writes"/> go into the same transaction.</summary>
    Task CompleteTurnAsync(string conversationId, string activityId, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken);

    /// <summary>
    /// Turns whose messages are not out yet and that are this instance's to send, oldest first, <paramref name="limit"/> at most: those that it
    /// had itself, and those of an instance that has not asked for a while.
    /// </summary>
    ValueTask<IReadOnlyList<TurnRecord>> ReadPendingTurnsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets some of the turns whose messages are out: those up to <paramref name="through"/>, the oldest first, or those of one conversation.
    /// A turn that is delivered once more after that is a new one.
    /// </summary>
    /// <param name="through">The number of a turn; numbers grow.</param>
    /// <param name="conversationId">Null: of any.</param>
    Task<ForgottenTurns> ForgetTurnsAsync(long through, string? conversationId, CancellationToken cancellationToken);

    /// <summary>Raised after a commit that queued work. Whoever does work need not wait for its next look, but must not rely on it either.</summary>
    event Action? WorkQueued;

    /// <summary>
    /// Takes on work of a kind that is due, longest overdue first, <paramref name="limit"/> pieces at most. Until <paramref name="leaseEnd"/>
    /// nobody else gets it. A <see cref="Commit"/> with a <see cref="WorkEnd"/> ends it.
    /// </summary>
    Task<IReadOnlyList<WorkClaim>> ClaimWorkAsync(string kind, int limit, DateTimeOffset now, DateTimeOffset leaseEnd, CancellationToken cancellationToken);

    /// <summary>For each kind of which something waits, when the next piece can be claimed.</summary>
    ValueTask<IReadOnlyDictionary<string, DateTimeOffset>> ReadNextWorkAsync(CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<WorkBacklog>> ReadBacklogAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Answers when the database can be written to, throws <see cref="StoreException"/> when it cannot.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}

/// <summary>
/// The database did not do what was asked, and nothing of it was written. Where a connection broke before the answer came, that may
/// be otherwise: then a turn's record tells when the turn comes again.
/// </summary>
public sealed class StoreException(string message, Exception inner) : Exception(message, inner);
