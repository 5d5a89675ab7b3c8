using System.Diagnostics.CodeAnalysis;
using Npgsql;
using NpgsqlTypes;

namespace FastTrackBot.Platform.Storage.Postgres;

/// <summary>What is asked of the database outside of commits.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant; values travel as parameters.")]
internal static class PostgresQueries
{
    private const string Read = "SELECT version, json FROM documents WHERE kind = $1 AND partition = $2 AND id = $3";

    // Each is looked up by its key, whatever the planner knows of the table: that is what the limit is for.
    private const string ReadSeveral =
        """
        SELECT wanted.n, found.version, found.json FROM unnest($1, $2, $3) WITH ORDINALITY wanted (kind, partition, id, n)
            CROSS JOIN LATERAL (SELECT d.version, d.json FROM documents d WHERE (d.kind, d.partition, d.id) = (wanted.kind, wanted.partition, wanted.id) LIMIT 1) found
        """;

    private const string ReadAll = "SELECT id, version, json FROM documents WHERE kind = $1 AND partition = $2 ORDER BY id";

    private const string ReadPage =
        "SELECT partition, id, version, json FROM documents WHERE kind = $1 AND (partition, id) > ($2, $3) ORDER BY partition, id LIMIT $4";

    // What another instance deletes at this moment is left to it.
    private const string ForgetTurns =
        """
        WITH forgotten AS (
            DELETE FROM turns WHERE seq IN (
                SELECT seq FROM turns WHERE seq <= $1 AND ($2 IS NULL OR conversation = $2) AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.seq = turns.seq)
                ORDER BY seq LIMIT 500 FOR UPDATE SKIP LOCKED)
            RETURNING seq)
        SELECT (SELECT count(*) FROM forgotten), (SELECT coalesce(max(seq), 0) FROM turns)
        """;

    // Asking is how an instance shows that it lives, and how it inherits from one that does not.
    private const string TakePending =
        """
        WITH mine AS (UPDATE outbox SET owner = $1, until = now() + $2 WHERE owner = $1 OR until < now() RETURNING seq)
        SELECT conversation, activity, outcome FROM mine JOIN turns USING (seq) ORDER BY seq LIMIT $3
        """;

    private const string Leave = "UPDATE outbox SET until = now() WHERE owner = $1";

    // What was queued for a time that has come is covered by doing it now; what was queued for later still has to be done then.
    private const string Claim =
        """
        UPDATE work SET lease = $5, ready = $4, attempts = attempts + 1, again = CASE WHEN again > $2 THEN again END
        WHERE kind = $1 AND key = ANY (ARRAY(
            SELECT key FROM work WHERE kind = $1 AND ready <= $2 ORDER BY ready LIMIT $3 FOR UPDATE SKIP LOCKED))
        RETURNING key, attempts, due
        """;

    // From kind to kind through the index, however much waits of each.
    private const string ReadNextWork =
        """
        WITH RECURSIVE next AS (
            (SELECT kind, ready FROM work WHERE ready IS NOT NULL ORDER BY kind, ready LIMIT 1)
            UNION ALL
            SELECT following.* FROM next CROSS JOIN LATERAL (
                SELECT work.kind, work.ready FROM work WHERE work.ready IS NOT NULL AND work.kind > next.kind ORDER BY work.kind, work.ready LIMIT 1) following)
        SELECT kind, ready FROM next
        """;

    private const string ReadBacklog =
        """
        SELECT kind, count(ready), count(ready) FILTER (WHERE due <= $1), min(due) FILTER (WHERE ready IS NOT NULL AND due <= $1),
            count(reason) FILTER (WHERE ready IS NOT NULL), count(*) FILTER (WHERE ready IS NULL),
            (array_agg(reason ORDER BY failed DESC) FILTER (WHERE reason IS NOT NULL))[1]
        FROM work GROUP BY kind ORDER BY kind
        """;

    // It fails where the server only reads.
    private const string Check = "SELECT nextval('turn_numbers')";

    /// <returns>A document or null for each of the keys.</returns>
    public static async Task<StoredDocument?[]> ReadAsync(NpgsqlConnection connection, DocumentKey[] keys)
    {
        var documents = new StoredDocument?[keys.Length];
        if (keys is [var key])
        {
            NpgsqlParameter[] values = [Value(key.Kind), Value(key.Partition), Value(key.Id)];
            var alone = await RunAsync(connection, Read, values, row => new StoredDocument(key, row.GetInt64(0), row.GetFieldValue<byte[]>(1)), CancellationToken.None);
            documents[0] = alone.SingleOrDefault();
            return documents;
        }

        NpgsqlParameter[] columns = [Value(Array.ConvertAll(keys, one => one.Kind)), Value(Array.ConvertAll(keys, one => one.Partition)), Value(Array.ConvertAll(keys, one => one.Id))];
        foreach (var (number, version, json) in await RunAsync(
            connection, ReadSeveral, columns, row => (Number: (int)row.GetInt64(0) - 1, row.GetInt64(1), row.GetFieldValue<byte[]>(2)), CancellationToken.None))
        {
            documents[number] = new StoredDocument(keys[number], version, json);
        }

        return documents;
    }

    public static Task<IReadOnlyList<StoredDocument>> ReadAllAsync(NpgsqlConnection connection, string kind, string partition, CancellationToken cancellationToken) =>
        RunAsync(
            connection, ReadAll, [Value(kind), Value(partition)],
            row => new StoredDocument(new DocumentKey(kind, partition, row.GetString(0)), row.GetInt64(1), row.GetFieldValue<byte[]>(2)), cancellationToken);

    public static Task<IReadOnlyList<StoredDocument>> ReadPageAsync(
        NpgsqlConnection connection, string kind, DocumentKey? after, int limit, CancellationToken cancellationToken) =>
        RunAsync(
            connection, ReadPage, [Value(kind), Value(after?.Partition ?? ""), Value(after?.Id ?? ""), Value(limit)],
            row => new StoredDocument(new DocumentKey(kind, row.GetString(0), row.GetString(1)), row.GetInt64(2), row.GetFieldValue<byte[]>(3)), cancellationToken);

    public static async Task<ForgottenTurns> ForgetTurnsAsync(NpgsqlConnection connection, long through, string? conversationId)
    {
        var rows = await RunAsync(
            connection, ForgetTurns, [Value(through), new NpgsqlParameter { Value = (object?)conversationId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }],
            row => new ForgottenTurns((int)row.GetInt64(0), row.GetInt64(1)), CancellationToken.None);
        return rows.Single();
    }

    public static Task<IReadOnlyList<TurnRecord>> TakePendingAsync(
        NpgsqlConnection connection, PostgresInstance instance, int limit, CancellationToken cancellationToken) =>
        RunAsync(
            connection, TakePending, [Value(instance.Id), Value(PostgresInstance.Silence), Value(limit)],
            row => new TurnRecord(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2), Pending: true), cancellationToken);

    public static void LeavePending(NpgsqlConnection connection, PostgresInstance instance)
    {
        using var command = new NpgsqlCommand(Leave, connection) { Parameters = { Value(instance.Id) } };
        command.ExecuteNonQuery();
    }

    public static async Task<IReadOnlyList<WorkClaim>> ClaimAsync(
        NpgsqlConnection connection, string kind, int limit, DateTimeOffset now, DateTimeOffset leaseEnd)
    {
        var lease = Guid.NewGuid();
        NpgsqlParameter[] values = [Value(kind), Value(now.ToUnixTimeMilliseconds()), Value(limit), Value(leaseEnd.ToUnixTimeMilliseconds()), Value(lease)];
        var claims = await RunAsync(
            connection, Claim, values, row => new WorkClaim(kind, row.GetString(0), lease, row.GetInt32(1), TimeOf(row, 2)), CancellationToken.None);
        // RETURNING keeps no order.
        return [.. claims.OrderBy(claim => claim.Due)];
    }

    public static async Task<IReadOnlyDictionary<string, DateTimeOffset>> ReadNextWorkAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var next = await RunAsync(connection, ReadNextWork, [], row => (Kind: row.GetString(0), Ready: TimeOf(row, 1)), cancellationToken);
        return next.ToDictionary(work => work.Kind, work => work.Ready);
    }

    public static Task<IReadOnlyList<WorkBacklog>> ReadBacklogAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken) =>
        RunAsync(connection, ReadBacklog, [Value(now.ToUnixTimeMilliseconds())], BacklogOf, cancellationToken);

    public static Task<IReadOnlyList<long>> CheckAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        RunAsync(connection, Check, [], row => row.GetInt64(0), cancellationToken);

    private static WorkBacklog BacklogOf(NpgsqlDataReader row) => new(
        row.GetString(0), (int)row.GetInt64(1), (int)row.GetInt64(2), row.IsDBNull(3) ? null : TimeOf(row, 3),
        (int)row.GetInt64(4), (int)row.GetInt64(5), row.IsDBNull(6) ? null : row.GetString(6));

    private static async Task<IReadOnlyList<T>> RunAsync<T>(
        NpgsqlConnection connection, string sql, NpgsqlParameter[] values, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(values);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var results = new List<T>();
        while (await rows.ReadAsync(cancellationToken)) results.Add(read(rows));
        return results;
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    private static DateTimeOffset TimeOf(NpgsqlDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
