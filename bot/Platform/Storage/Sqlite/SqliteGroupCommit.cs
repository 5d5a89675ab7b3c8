using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace FastTrackBot.Platform.Storage.Sqlite;

/// <summary>
/// One thread that writes. It takes whatever commits have gathered while the last transaction was on its way to the disk and
/// puts them into the next one: a single fsync for many turns, and none of them is told "done" before it.
/// </summary>
internal sealed class SqliteGroupCommit : IDisposable
{
    /// <summary>Keeps a transaction, and so the wait of its first commit, short.</summary>
    private const int MaximumBatch = 256;

    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteTransactionWriter _writer;
    private readonly ILogger _logger;
    private readonly Thread _thread;

    public SqliteGroupCommit(SqliteConnection connection, ILogger logger)
    {
        _writer = new SqliteTransactionWriter(connection);
        _logger = logger;
        _thread = new Thread(Run) { IsBackground = true, Name = "sqlite-writer" };
        _thread.Start();
    }

    public Task<CommitResult> EnqueueAsync(Func<SqliteTransactionWriter, CommitResult> work)
    {
        var job = new Job(work);
        return _jobs.Writer.TryWrite(job)
            ? job.Task
            : Task.FromException<CommitResult>(new StoreException("The store is closing.", new ObjectDisposedException(nameof(SqliteGroupCommit))));
    }

    private void Run()
    {
        var batch = new List<Job>(MaximumBatch);
        while (_jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MaximumBatch && _jobs.Reader.TryRead(out var job)) batch.Add(job);
            Write(batch);
            batch.Clear();
        }
    }

    private void Write(List<Job> batch)
    {
        try
        {
            _writer.Begin();
            foreach (var job in batch) job.Result = job.Work(_writer);
            _writer.PurgeTurns();
            _writer.Commit();
        }
        catch (Exception exception)
        {
            // Disk full, file gone, I/O error: whoever waits learns it, and the next batch gets its own try.
            Log.TransactionFailed(_logger, batch.Count, exception);
            TryRollback();
            var failure = new StoreException("SQLite did not take the transaction: " + exception.Message, exception);
            foreach (var job in batch) job.SetException(failure);
            return;
        }

        foreach (var job in batch) job.SetResult(job.Result);
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
        _jobs.Writer.TryComplete();
        _thread.Join();
        _writer.Dispose();
    }

    private sealed class Job(Func<SqliteTransactionWriter, CommitResult> work)
        : TaskCompletionSource<CommitResult>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public Func<SqliteTransactionWriter, CommitResult> Work => work;

        public CommitResult Result { get; set; }
    }
}
