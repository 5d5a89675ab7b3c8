using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>A person who is to be forgotten, and the ways to go about it.</summary>
/// <param name="Somebody">Takes the person's place where nothing depends on who it was.</param>
public sealed record Erasure(IStore Store, string TenantId, string PersonId, Person Somebody)
{
    /// <summary>No object id of the directory looks like this.</summary>
    public const string SomebodyId = "somebody";

    private readonly DocumentSweep _sweep = new(Store);

    /// <summary>How many documents were erased or changed.</summary>
    public int Count { get; private set; }

    public bool Is(string? objectId) => string.Equals(objectId, PersonId, StringComparison.OrdinalIgnoreCase);

    public bool Is(Person? person) => Is(person?.ObjectId);

    /// <summary>Somebody instead of the person; anyone else stays.</summary>
    public Person Replace(Person person) => Is(person) ? Somebody : person;

    /// <summary>The same for somebody's word.</summary>
    public Mark? Replace(Mark? mark) => Is(mark?.By) ? mark! with { By = Somebody } : mark;

    /// <summary>Goes through the documents of a kind in the person's tenant.</summary>
    /// <param name="rule">The same object leaves a document, another one takes its place, null erases it.</param>
    public async Task EachAsync<T>(DocumentKind<T> kind, Func<DocumentKey, T, T?> rule, CancellationToken cancellationToken)
        where T : class =>
        Count += await _sweep.RunAsync(kind, (key, value) => IsOfTenant(key) ? rule(key, value) : value, cancellationToken);

    public async Task EraseAsync<T>(DocumentKind<T> kind, string id, CancellationToken cancellationToken)
        where T : class
    {
        if (await _sweep.EraseAsync(new DocumentKey(kind.Name, TenantId, id), cancellationToken)) Count++;
    }

    /// <summary>Changes several documents together, again from fresh state where somebody else was quicker.</summary>
    public async Task ChangeAsync(Func<DocumentSession, ValueTask> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (true)
        {
            var documents = new DocumentSession(Store);
            await change(documents);
            if (documents.Writes.Count == 0) return;
            if ((await Store.CommitAsync(documents.ToCommit(), cancellationToken)).Outcome != CommitOutcome.Committed) continue;
            Count += documents.Writes.Count;
            return;
        }
    }

    private bool IsOfTenant(DocumentKey key) => key.Partition == TenantId || key.Partition.StartsWith(TenantId + "/", StringComparison.Ordinal);
}
