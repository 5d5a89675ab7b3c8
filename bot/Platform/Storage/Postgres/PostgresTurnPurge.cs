using Npgsql;

namespace FastTrackBot.Platform.Storage.Postgres;

/// <summary>Forgets turns that nobody delivers again: after an hour, long after Teams has given up repeating.</summary>
internal sealed class PostgresTurnPurge(PostgresConnections connections, ILogger logger)
{
    private const int TurnsBetween = 1_000;

    // Twice as many as have come: so that it catches up. What another instance deletes at this moment is left to it.
    private const string Purge =
        """
        DELETE FROM turns WHERE seq IN (
            SELECT seq FROM turns WHERE had < now() - interval '1 hour' AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.seq = turns.seq)
            ORDER BY had LIMIT 2000 FOR UPDATE SKIP LOCKED)
        """;

    private int _turns;

    public async Task AfterAsync(int turns)
    {
        if (Interlocked.Add(ref _turns, turns) < TurnsBetween) return;
        Interlocked.Exchange(ref _turns, 0);
        try
        {
            await connections.UseAsync(RunAsync, repeatable: true, CancellationToken.None);
        }
        catch (StoreException exception)
        {
            Log.NotPurged(logger, exception);
        }
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Purge, connection);
        return await command.ExecuteNonQueryAsync();
    }
}
