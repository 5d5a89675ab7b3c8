using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.BotFramework.Turns;

/// <summary>The bot's own store, with a hand in between that can make it fail, or be quicker than a turn.</summary>
public sealed class FaultyStore(IStore inner) : IStore, IDisposable
{
    /// <summary>Reads and writes fail, as on a full or broken disk.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Runs before each commit of a turn, on the true store: another turn that comes first.</summary>
    public Func<IStore, Task>? BeforeCommit { get; set; }

    public string Description => inner.Description;

    public event Action? WorkQueued
    {
        add => inner.WorkQueued += value;
        remove => inner.WorkQueued -= value;
    }

    /// <summary>Takes the place of the registered store.</summary>
    public static void Replace(IServiceCollection services)
    {
        var original = services.Last(service => service.ServiceType == typeof(IStore));
        services.Remove(original);
        services.AddSingleton<IStore>(provider => new FaultyStore((IStore)original.ImplementationFactory!(provider)));
    }

    public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellationToken) =>
        Working().ReadAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<StoredDocument>> ReadAllAsync(string kind, string partition, CancellationToken cancellationToken) =>
        Working().ReadAllAsync(kind, partition, cancellationToken);

    public async Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        if (BeforeCommit is { } first && commit.Turn is not null)
            await first(inner);
        return await Working().CommitAsync(commit, cancellationToken);
    }

    public ValueTask<IReadOnlyList<StoredDocument>> ReadPageAsync(string kind, DocumentKey? after, int limit, CancellationToken cancellationToken) =>
        Working().ReadPageAsync(kind, after, limit, cancellationToken);

    public Task<ForgottenTurns> ForgetTurnsAsync(long through, string? conversationId, CancellationToken cancellationToken) =>
        Working().ForgetTurnsAsync(through, conversationId, cancellationToken);

    public Task CompleteTurnAsync(string conversationId, string activityId, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) =>
        Working().CompleteTurnAsync(conversationId, activityId, writes, cancellationToken);

    public ValueTask<IReadOnlyList<TurnRecord>> ReadPendingTurnsAsync(int limit, CancellationToken cancellationToken) =>
        Working().ReadPendingTurnsAsync(limit, cancellationToken);

    public Task<IReadOnlyList<WorkClaim>> ClaimWorkAsync(
        string kind, int limit, DateTimeOffset now, DateTimeOffset leaseEnd, CancellationToken cancellationToken) =>
        Working().ClaimWorkAsync(kind, limit, now, leaseEnd, cancellationToken);

    public ValueTask<IReadOnlyDictionary<string, DateTimeOffset>> ReadNextWorkAsync(CancellationToken cancellationToken) =>
        Working().ReadNextWorkAsync(cancellationToken);

    public ValueTask<IReadOnlyList<WorkBacklog>> ReadBacklogAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Working().ReadBacklogAsync(now, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => Working().CheckAsync(cancellationToken);

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private IStore Working() => IsBroken ? throw new StoreException("The disk is full.", new IOException()) : inner;
}
