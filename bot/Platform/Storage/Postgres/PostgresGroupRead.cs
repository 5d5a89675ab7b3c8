namespace FastTrackBot.Platform.Storage.Postgres;

/// <summary>
/// Asks for whatever documents are wanted while the last question is under way in one question: a round trip costs many times what a row
/// does. Who reads alone does not wait. Each sees at least what was committed before it asked, as its question sets out after that.
/// </summary>
internal sealed class PostgresGroupRead(PostgresConnections connections)
{
    /// <summary>Enough: the answer to more would only make the first one wait.</summary>
    private const int MaximumSize = 128;

    /// <summary>Questions under way at a time: with a single one, whoever comes next would wait for an answer that is not its own.</summary>
    private const int MaximumLanes = 4;

    private readonly Lock _gate = new();
    private readonly Queue<Wanted> _gathered = [];
    private int _lanes;

    public Task<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        var wanted = new Wanted(key);
        Ask([wanted]);
        return wanted.Task.WaitAsync(cancellationToken);
    }

    public Task<StoredDocument?[]> ReadAsync(IReadOnlyList<DocumentKey> keys, CancellationToken cancellationToken)
    {
        Wanted[] wanted = [.. keys.Select(key => new Wanted(key))];
        Ask(wanted);
        return Task.WhenAll(wanted.Select(one => one.Task)).WaitAsync(cancellationToken);
    }

    private void Ask(ReadOnlySpan<Wanted> wanted)
    {
        lock (_gate)
        {
            foreach (var one in wanted) _gathered.Enqueue(one);
            if (_lanes == MaximumLanes) return;
            _lanes++;
        }

        _ = RunAsync();
    }

    /// <summary>A lane ends when nothing has gathered.</summary>
    private async Task RunAsync()
    {
        while (Take() is { Length: > 0 } batch)
        {
            try
            {
                var found = await connections.UseAsync(
                    connection => PostgresQueries.ReadAsync(connection, Array.ConvertAll(batch, wanted => wanted.Key)), repeatable: true, CancellationToken.None);
                for (var i = 0; i < batch.Length; i++) batch[i].SetResult(found[i]);
            }
            catch (Exception exception)
            {
                // Each learns it, and the next question gets its own try.
                foreach (var wanted in batch) wanted.TrySetException(exception);
            }
        }
    }

    private Wanted[] Take()
    {
        lock (_gate)
        {
            var batch = new Wanted[Math.Min(_gathered.Count, MaximumSize)];
            for (var i = 0; i < batch.Length; i++) batch[i] = _gathered.Dequeue();
            if (batch.Length == 0) _lanes--;
            return batch;
        }
    }

    private sealed class Wanted(DocumentKey key) : TaskCompletionSource<StoredDocument?>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public DocumentKey Key => key;
    }
}
