namespace FastTrackBot.Platform.Storage.Postgres;

/// <summary>
/// Takes whatever commits have gathered while the last ones were on their way, and sends them as one batch: few round trips and few
/// writes to the disk for many turns, and none of them is told "done" before its own.
/// </summary>
internal sealed class PostgresGroupCommit(PostgresConnections connections, PostgresInstance instance, ILogger logger) : IDisposable
{
    /// <summary>Batches under way at a time. The next one is made ready while the last one waits for the disk; more would only make them smaller.</summary>
    private const int MaximumLanes = 2;

    /// <summary>A race with another instance is lost now and then, not again and again.</summary>
    private const int MaximumTries = 5;

    /// <summary>How long work may wait for company that nobody waits for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(10);

    private readonly object _gate = new();
    private readonly List<PostgresCommit> _gathered = [];
    private readonly PostgresTurnPurge _purge = new(connections, logger);
    private int _lanes;
    private int _urgent;
    private bool _closing;

    /// <param name="urgent">False: nobody waits for it. It goes along with the next batch, or soon in one of its own.</param>
    public Task<CommitResult> EnqueueAsync(PostgresCommit commit, bool urgent = true)
    {
        lock (_gate)
        {
            if (_closing) return Task.FromException<CommitResult>(PostgresErrors.Closed());
            _gathered.Add(commit);
            if (urgent) _urgent++;
            if (_lanes < (urgent ? MaximumLanes : 1))
            {
                _lanes++;
                _ = Task.Run(RunAsync);
            }
        }

        return commit.Task;
    }

    /// <summary>A lane ends when nothing has gathered.</summary>
    private async Task RunAsync()
    {
        while (true)
        {
            if (MayWait()) await Task.Delay(Patience, TimeProvider.System);
            if (Take() is not { } batch) return;
            await WriteAsync(batch);
            await _purge.AfterAsync(batch.Turns);
        }
    }

    private bool MayWait()
    {
        lock (_gate) return _urgent == 0 && _gathered.Count is > 0 and < PostgresBatch.MaximumSize && !_closing;
    }

    private PostgresBatch? Take()
    {
        lock (_gate)
        {
            var batch = new PostgresBatch();
            _gathered.RemoveAll(batch.TryAdd);
            // What did not fit is looked at at once.
            _urgent = _gathered.Count;
            if (batch.Commits.Count > 0) return batch;
            _lanes--;
            Monitor.PulseAll(_gate);
            return null;
        }
    }

    private async Task WriteAsync(PostgresBatch batch, int attempt = 1)
    {
        try
        {
            var results = await connections.UseAsync(connection => batch.ApplyAsync(connection, instance), batch.IsRepeatable, CancellationToken.None);
            foreach (var (commit, result) in batch.Commits.Zip(results)) commit.SetResult(result);
        }
        catch (StoreException exception) when (batch.Commits.Count == 1 && attempt < MaximumTries && PostgresErrors.IsRace(exception))
        {
            // Seen afresh it is a conflict, a duplicate, or goes through.
            await WriteAsync(batch, attempt + 1);
        }
        catch (StoreException exception) when (batch.Commits.Count > 1 && !PostgresErrors.IsOutage(exception))
        {
            // One of them spoils it for all: each gets its own try, and only that one fails.
            Log.BatchTakenApart(logger, batch.Commits.Count, exception.Message);
            foreach (var commit in batch.Commits) await WriteAsync(Alone(commit));
        }
        catch (StoreException exception)
        {
            Log.TransactionFailed(logger, batch.Commits.Count, exception.InnerException ?? exception);
            foreach (var commit in batch.Commits) commit.SetException(exception);
        }
    }

    private static PostgresBatch Alone(PostgresCommit commit)
    {
        var batch = new PostgresBatch();
        batch.TryAdd(commit);
        return batch;
    }

    /// <summary>Ends when all that was gathered is written.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closing = true;
            while (_lanes > 0) Monitor.Wait(_gate);
        }
    }
}
