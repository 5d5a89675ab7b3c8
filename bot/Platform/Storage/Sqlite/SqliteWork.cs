using Microsoft.Data.Sqlite;

namespace FastTrackBot.Platform.Storage.Sqlite;

/// <summary>The queue's part of the writing connection: its statements run inside the writer's transaction.</summary>
internal sealed class SqliteWork(SqliteConnection connection) : IDisposable
{
    // In an UPDATE every right side sees the row as it was. A failure's pause stands, whoever queues meanwhile: the service may have asked for it.
    private readonly SqliteStatement _queue = new(connection,
        """
        INSERT INTO work (kind, key, due, ready) VALUES (?1, ?2, ?3, ?3)
        ON CONFLICT (kind, key) DO UPDATE SET
            due = CASE WHEN ready IS NULL THEN ?3 WHEN lease IS NULL THEN min(due, ?3) ELSE due END,
            ready = CASE WHEN ready IS NULL THEN ?3 WHEN lease IS NULL AND reason IS NULL THEN min(ready, ?3) ELSE ready END,
            again = CASE WHEN lease IS NULL THEN again ELSE min(ifnull(again, ?3), ?3) END,
            attempts = CASE WHEN ready IS NULL THEN 0 ELSE attempts END,
            failed = CASE WHEN ready IS NULL THEN NULL ELSE failed END,
            reason = CASE WHEN ready IS NULL THEN NULL ELSE reason END
        """);

    // What was queued for a time that has come is covered by doing it now; what was queued for later still has to be done then.
    private readonly SqliteStatement _claim = new(connection,
        """
        UPDATE work SET lease = ?5, ready = ?4, attempts = attempts + 1, again = CASE WHEN again > ?2 THEN again END
        WHERE kind = ?1 AND key IN (SELECT key FROM work WHERE kind = ?1 AND ready <= ?2 ORDER BY ready LIMIT ?3)
        RETURNING key, attempts, due
        """);

    private readonly SqliteStatement _holds = new(connection, "SELECT 1 FROM work WHERE kind = ?1 AND key = ?2 AND lease = ?3");

    private readonly SqliteStatement _delete = new(connection, "DELETE FROM work WHERE kind = ?1 AND key = ?2 AND again IS NULL");

    private readonly SqliteStatement _onceMore = new(connection,
        """
        UPDATE work SET due = again, ready = again, lease = NULL, again = NULL, attempts = 0, failed = NULL, reason = NULL
        WHERE kind = ?1 AND key = ?2
        """);

    private readonly SqliteStatement _fail = new(connection,
        "UPDATE work SET ready = ?3, lease = NULL, failed = ?4, reason = ?5 WHERE kind = ?1 AND key = ?2");

    // Something that was queued meanwhile may be the remedy, and gets its chance.
    private readonly SqliteStatement _giveUp = new(connection,
        "UPDATE work SET ready = again, lease = NULL, again = NULL, failed = ?3, reason = ?4 WHERE kind = ?1 AND key = ?2");

    private readonly SqliteStatement _release = new(connection,
        "UPDATE work SET ready = ?3, lease = NULL, attempts = attempts - 1 WHERE kind = ?1 AND key = ?2");

    public void Queue(WorkItem item)
    {
        _queue.Bind(3, item.Due.ToUnixTimeMilliseconds());
        Run(_queue, item.Kind, item.Key);
    }

    public IReadOnlyList<WorkClaim> Claim(string kind, int limit, DateTimeOffset now, DateTimeOffset leaseEnd)
    {
        var lease = Guid.NewGuid();
        _claim.Bind(1, kind);
        _claim.Bind(2, now.ToUnixTimeMilliseconds());
        _claim.Bind(3, limit);
        _claim.Bind(4, leaseEnd.ToUnixTimeMilliseconds());
        _claim.Bind(5, lease.ToByteArray());
        List<WorkClaim> claims = [];
        while (_claim.Step())
        {
            claims.Add(new WorkClaim(kind, _claim.Text(0), lease, (int)_claim.Integer(1), DateTimeOffset.FromUnixTimeMilliseconds(_claim.Integer(2))));
        }

        _claim.Reset();
        // RETURNING keeps no order.
        return [.. claims.OrderBy(claim => claim.Due)];
    }

    public bool Holds(WorkClaim claim)
    {
        _holds.Bind(1, claim.Kind);
        _holds.Bind(2, claim.Key);
        _holds.Bind(3, claim.Lease.ToByteArray());
        var holds = _holds.Step();
        _holds.Reset();
        return holds;
    }

    /// <summary>For a claim that <see cref="Holds"/>.</summary>
    public void End(WorkEnd end)
    {
        var (kind, key, at) = (end.Claim.Kind, end.Claim.Key, end.At.ToUnixTimeMilliseconds());
        switch (end.Outcome)
        {
            case WorkOutcome.Done:
                Run(_delete, kind, key);
                if (_delete.Changes == 0) Run(_onceMore, kind, key);
                break;
            case WorkOutcome.Again:
                _fail.Bind(3, (end.At + end.Pause).ToUnixTimeMilliseconds());
                _fail.Bind(4, at);
                _fail.Bind(5, end.Reason ?? "");
                Run(_fail, kind, key);
                break;
            case WorkOutcome.GivenUp:
                _giveUp.Bind(3, at);
                _giveUp.Bind(4, end.Reason ?? "");
                Run(_giveUp, kind, key);
                break;
            default:
                _release.Bind(3, at);
                Run(_release, kind, key);
                break;
        }
    }

    private static void Run(SqliteStatement statement, string kind, string key)
    {
        statement.Bind(1, kind);
        statement.Bind(2, key);
        statement.Run();
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)[_queue, _claim, _holds, _delete, _onceMore, _fail, _giveUp, _release]) statement.Dispose();
    }
}
