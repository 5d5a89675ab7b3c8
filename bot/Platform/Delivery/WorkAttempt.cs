using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.Delivery;

/// <summary>Does one claimed piece of work, and records exactly one outcome for it, together with what it saved.</summary>
internal sealed class WorkAttempt(WorkKind kind, WorkClaim claim, IStore store, TimeProvider clock, ILogger logger)
{
    private readonly DocumentSession _documents = new(store);

    /// <param name="stopping">The process wants to end: what is unfinished is given back.</param>
    public async Task RunAsync(CancellationToken stopping)
    {
        Unasked.Begin();
        var (result, documents) = await DoAsync(stopping);
        try
        {
            var committed = await CommitAsync(result, documents);
            if (committed.Outcome is CommitOutcome.Conflict or CommitOutcome.LeaseLost && result.Settle is { } settle) await settle();
            if (committed.Outcome == CommitOutcome.Conflict)
            {
                // Somebody changed the same document, mostly a person. What was done stands, and is looked at once more where nobody settled it.
                if (result.Settle is null) result = WorkResult.Again($"{committed.Contended} was changed meanwhile.", TimeSpan.Zero);
                committed = await CommitAsync(result, new DocumentSession(store));
            }

            if (committed.Outcome == CommitOutcome.LeaseLost) Log.LeaseLost(logger, claim.Kind, claim.Key);
            else Report(result);
        }
        catch (StoreException exception)
        {
            // The lease runs out, and then it is done again.
            Log.OutcomeNotStored(logger, claim.Kind, claim.Key, exception);
        }
    }

    /// <returns>The result, with what is to be saved. What threw half-way saves nothing.</returns>
    private async Task<(WorkResult, DocumentSession)> DoAsync(CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(kind.Lease * 0.75, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stopping, limit.Token);
        try
        {
            return (await kind.DoAsync(claim, _documents, both.Token), _documents);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return (new WorkResult(WorkOutcome.Released), new DocumentSession(store));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return (WorkResult.Again($"It took longer than {kind.Lease * 0.75}."), new DocumentSession(store));
        }
        catch (Exception exception)
        {
            Log.WorkThrew(logger, claim.Kind, claim.Key, exception);
            return (WorkResult.Again(exception.Message), new DocumentSession(store));
        }
    }

    // Not to be cancelled: it is done, and its outcome matters.
    private Task<CommitResult> CommitAsync(WorkResult result, DocumentSession documents)
    {
        var pause = result.Outcome == WorkOutcome.Again ? WorkPause.After(claim.Attempt, result.Pause, Random.Shared.NextDouble()) : default;
        var end = new WorkEnd(claim, result.Outcome, clock.GetUtcNow(), pause, result.Reason);
        return store.CommitAsync(documents.ToCommit(end: end), CancellationToken.None);
    }

    private void Report(WorkResult result)
    {
        if (result.Outcome == WorkOutcome.Again) Log.WorkFailed(logger, claim.Kind, claim.Key, claim.Attempt, result.Reason);
        else if (result.Outcome == WorkOutcome.GivenUp) Log.WorkGivenUp(logger, claim.Kind, claim.Key, result.Reason);
        else Log.WorkEnded(logger, claim.Kind, claim.Key, result.Outcome);
    }
}
