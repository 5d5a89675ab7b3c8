using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Tests.FastTrack.Recording;

/// <summary>
/// The life of a process, as a count of what it does to the world outside: requests to Graph, and commits. It can end before or after any
/// of them. From then on nothing leaves it any more, as after <c>kill -9</c>.
/// </summary>
internal sealed class Life
{
    private readonly Queue<int> _deaths;

    /// <param name="deaths">After so many steps it ends; with the next one it begins again when <see cref="Restart"/> is called.</param>
    public Life(params IEnumerable<int> deaths) => _deaths = new Queue<int>(deaths.Order());

    /// <summary>How many steps there were, in all lives: two for each request and each commit, one before it and one after.</summary>
    public int Steps { get; private set; }

    public bool IsOver { get; private set; }

    public int Deaths { get; private set; }

    public void Restart() => IsOver = false;

    /// <exception cref="IOException">It is over.</exception>
    public void Step()
    {
        Steps++;
        if (!IsOver && _deaths.TryPeek(out var death) && Steps >= death)
        {
            _deaths.Dequeue();
            Deaths++;
            IsOver = true;
        }

        if (IsOver) throw new IOException("The process is gone.");
    }
}

internal sealed class MortalHandler(Life life) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        life.Step();
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        life.Step();
        return response;
    }
}

internal sealed class MortalStore(IStore inner, Life life) : IStore
{
    public string Description => inner.Description;

    public event Action? WorkQueued
    {
        add => inner.WorkQueued += value;
        remove => inner.WorkQueued -= value;
    }

    public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellationToken) => inner.ReadAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<StoredDocument>> ReadAllAsync(string kind, string partition, CancellationToken cancellationToken) =>
        inner.ReadAllAsync(kind, partition, cancellationToken);

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken) => LivingAsync(() => inner.CommitAsync(commit, cancellationToken));

    public ValueTask<IReadOnlyList<StoredDocument>> ReadPageAsync(string kind, DocumentKey? after, int limit, CancellationToken cancellationToken) =>
        inner.ReadPageAsync(kind, after, limit, cancellationToken);

    public Task<ForgottenTurns> ForgetTurnsAsync(long through, string? conversationId, CancellationToken cancellationToken) =>
        inner.ForgetTurnsAsync(through, conversationId, cancellationToken);

    public Task CompleteTurnAsync(string conversationId, string activityId, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) =>
        inner.CompleteTurnAsync(conversationId, activityId, writes, cancellationToken);

    public ValueTask<IReadOnlyList<TurnRecord>> ReadPendingTurnsAsync(int limit, CancellationToken cancellationToken) =>
        inner.ReadPendingTurnsAsync(limit, cancellationToken);

    public Task<IReadOnlyList<WorkClaim>> ClaimWorkAsync(
        string kind, int limit, DateTimeOffset now, DateTimeOffset leaseEnd, CancellationToken cancellationToken) =>
        LivingAsync(() => inner.ClaimWorkAsync(kind, limit, now, leaseEnd, cancellationToken));

    public ValueTask<IReadOnlyDictionary<string, DateTimeOffset>> ReadNextWorkAsync(CancellationToken cancellationToken) => inner.ReadNextWorkAsync(cancellationToken);

    public ValueTask<IReadOnlyList<WorkBacklog>> ReadBacklogAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        inner.ReadBacklogAsync(now, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);

    private async Task<T> LivingAsync<T>(Func<Task<T>> act)
    {
        try
        {
            life.Step();
            var result = await act();
            life.Step();
            return result;
        }
        catch (IOException exception)
        {
            throw new StoreException(exception.Message, exception);
        }
    }
}
