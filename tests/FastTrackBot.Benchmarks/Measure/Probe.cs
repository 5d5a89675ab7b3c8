using System.Text.Json;
using FastTrackBot.Benchmarks.Load;
using FastTrackBot.Benchmarks.Targets;
using Microsoft.Data.Sqlite;

namespace FastTrackBot.Benchmarks.Measure;

/// <summary>
/// Goes once through each workload, checks that the bot does what the workload is for, and keeps what each of its turns wrote and said:
/// the bare endpoint writes and says the same, one after the other.
/// </summary>
internal static class Probe
{
    public static async Task RunAsync(BotProcess bot, string serviceUrl, string samples)
    {
        foreach (var workload in Workload.All)
        {
            var user = new BenchmarkUser(workload.Name, 0, serviceUrl);
            var turns = await WalkAsync(bot, workload, user);
            for (var turn = 0; turn < turns.Count; turn++)
            {
                await WriteAsync(samples, workload, turn, "outcome", turns[turn].Outcome);
                await WriteAsync(samples, workload, turn, "state", turns[turn].State);
                await WriteAsync(samples, workload, turn, "reply", ReplyOf(turns[turn].Outcome));
            }
        }
    }

    private static async Task<List<TurnSample>> WalkAsync(BotProcess bot, Workload workload, BenchmarkUser user)
    {
        using var connection = new Connection(bot.Port);
        await connection.OpenAsync(CancellationToken.None);
        var simulated = new SimulatedUser(workload, user, token: null);
        var turns = new List<TurnSample>();
        var states = new HashSet<string>();
        for (var step = 0; step < simulated.Steps; step++)
        {
            await simulated.StepAsync(connection, step, CancellationToken.None);
            var turn = Read(bot.Database, user.Conversation);
            turns.Add(turn);
            if (workload == Workload.Status && turn.Outcome.AsSpan().Count("Input.Toggle"u8) != 12)
                throw new InvalidOperationException("The status is not the checklist: " + System.Text.Encoding.UTF8.GetString(turn.Outcome));
            var last = step == simulated.Steps - 1;
            if (!last && !states.Add(Convert.ToHexString(turn.State)))
                throw new InvalidOperationException($"{workload.Title}: step {step} did not go on: {System.Text.Encoding.UTF8.GetString(turn.Outcome)}");
            if (last && turn.State.Length > 0)
                throw new InvalidOperationException($"{workload.Title} did not end: {System.Text.Encoding.UTF8.GetString(turn.Outcome)}");
        }

        return turns;
    }

    private static TurnSample Read(string database, string conversation)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        var outcome = Blob(connection, "SELECT outcome FROM turns WHERE conversation = $conversation ORDER BY seq DESC LIMIT 1", conversation);
        return new TurnSample(outcome, Blob(connection, "SELECT json FROM documents WHERE kind = 'state' AND id LIKE $conversation || '|%'", conversation));
    }

    private static byte[] Blob(SqliteConnection connection, string sql, string conversation)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Both statements are constants, above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$conversation", conversation);
        return command.ExecuteScalar() as byte[] ?? [];
    }

    /// <summary>The message that goes to the connector, or the body of the answer.</summary>
    private static byte[] ReplyOf(byte[] outcome)
    {
        using var document = JsonDocument.Parse(outcome);
        var messages = document.RootElement.GetProperty("messages");
        var reply = messages.GetArrayLength() > 0 ? messages[0].GetProperty("activity") : document.RootElement.GetProperty("body");
        return System.Text.Encoding.UTF8.GetBytes(reply.GetRawText());
    }

    private static Task WriteAsync(string samples, Workload workload, int turn, string part, byte[] bytes) =>
        File.WriteAllBytesAsync(Path.Combine(samples, $"{workload.Name}.{turn}.{part}"), bytes);

    private sealed record TurnSample(byte[] Outcome, byte[] State);
}
