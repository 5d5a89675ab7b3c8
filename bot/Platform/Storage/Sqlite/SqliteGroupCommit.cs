using Microsoft.Data.Sqlite;

namespace FastTrackBot.Platform.Storage.Sqlite;

/// <summary>
/// One thread that writes. It takes whatever commits have gathered while the last transaction was on its way to the disk and
/// puts them into the next one: a single fsync for many turns, and none of them is told "done" before it.
/// </summary>
internal sealed class SqliteGroupCommit : IDisposable
{
    /// <summary>Enough: more company would only make the first one wait.</summary>
    private const int MaximumBatch = 256;

    /// <summary>How long work may wait for company that nobody waits for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(10);

    private readonly object _gate = new();
    private readonly SqliteTransactionWriter _writer;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private List<Job> _gathered = [];
    private int _urgent;
    private bool _closing;

    public SqliteGroupCommit(SqliteConnection connection, SqliteDocumentCache documents, ILogger logger)
    {
        _writer = new SqliteTransactionWriter(connection, documents);
        _logger = logger;
        _thread = new Thread(Run) { IsBackground = true, Name = "sqlite-writer" };
        _thread.Start();
    }

    /// <param name="urgent">False: nobody waits for it. It goes along with the next transaction, or soon in one of its own.</param>
    public Task<CommitResult> EnqueueAsync(Func<SqliteTransactionWriter, CommitResult> work, bool urgent = true)
    {
        var job = new Job(work);
        lock (_gate)
        {
            if (_closing) return Closing();
            _gathered.Add(job);
            if (urgent) _urgent++;
            // The first one starts the thread's patience, the first urgent one ends it.
            if (_gathered.Count == 1 || (urgent && _urgent == 1)) Monitor.Pulse(_gate);
        }

        return job.Task;
    }

    private static Task<CommitResult> Closing() =>
        Task.FromException<CommitResult>(new StoreException("The store is closing.", new ObjectDisposedException(nameof(SqliteGroupCommit))));

    private void Run()
    {
        List<Job> batch = [];
        while (WaitForWork())
        {
            Gather();
            lock (_gate)
            {
                (batch, _gathered) = (_gathered, batch);
                _urgent = 0;
            }

            Write(batch);
            batch.Clear();
        }
    }

    /// <returns>False when the store closes and all is written.</returns>
    private bool WaitForWork()
    {
        lock (_gate)
        {
            while (_urgent == 0 && !_closing)
            {
                var inTime = Monitor.Wait(_gate, _gathered.Count == 0 ? Timeout.InfiniteTimeSpan : Patience);
                if (!inTime && _gathered.Count > 0) break;
            }

            return _gathered.Count > 0 || !_closing;
        }
    }

    /// <summary>
    /// Turns that are about to commit go along, instead of waiting for the next transaction: the thread steps back as long as that
    /// brings more of them. Where nothing else wants to run, stepping back takes no time.
    /// </summary>
    private void Gather()
    {
        for (int before = 0, now = Gathered(); now > before && now < MaximumBatch; (before, now) = (now, Gathered())) Thread.Yield();
    }

    private int Gathered()
    {
        lock (_gate) return _gathered.Count;
    }

    private void Write(List<Job> batch)
    {
        try
        {
            _writer.Begin();
            foreach (var job in batch) job.Result = job.Work(_writer);
            _writer.Commit();
        }
        catch (Exception exception)
        {
            // Disk full, file gone, I/O error: whoever waits learns it, and the next batch gets its own try.
            Log.TransactionFailed(_logger, batch.Count, exception);
            TryRollback();
            var failure = new StoreException(
                $"SQLite did not take the transaction: {exception.Message} Check the disk, its free space and the rights on the file.", exception);
            foreach (var job in batch) job.Failure = failure;
        }

        Tell(batch);
    }

    /// <summary>
    /// Those who wait go on, a share of them on each processor, one after the other: to wake a thread for each of them takes longer than what
    /// most of them still do. So nobody may block there, but has to await.
    /// </summary>
    private static void Tell(List<Job> batch)
    {
        foreach (var part in batch.Chunk((batch.Count + Environment.ProcessorCount - 1) / Environment.ProcessorCount))
        {
            ThreadPool.UnsafeQueueUserWorkItem(static jobs => Array.ForEach(jobs, static job => job.Complete()), part, preferLocal: false);
        }
    }

    private void TryRollback()
    {
        try
        {
            _writer.Rollback();
        }
        catch (SqliteException)
        {
            // SQLite rolls back by itself on the gravest errors, and then has no transaction to roll back; the cause is logged above.
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
        _writer.Dispose();
    }

    private sealed class Job(Func<SqliteTransactionWriter, CommitResult> work) : TaskCompletionSource<CommitResult>
    {
        public Func<SqliteTransactionWriter, CommitResult> Work => work;

        public CommitResult Result { get; set; }

        public StoreException? Failure { get; set; }

        public void Complete()
        {
            if (Failure is { } failure) SetException(failure);
            else SetResult(Result);
        }
    }
}
