using System.Text.Json;
using FastTrackBot.Benchmarks.Load;
using FastTrackBot.Benchmarks.Targets;
using Microsoft.Data.Sqlite;

namespace FastTrackBot.Benchmarks.Measure;

/// <summary>
/// Goes through each workload, checks that the bot does what the workload is for, and keeps what each of its turns wrote and said:
/// the bare endpoint writes and says the same, one after the other.
/// </summary>
internal static class Probe
{
    public static async Task RunAsync(BotProcess bot, string serviceUrl, string samples)
    {
        foreach (var workload in Workload.All)
        {
            var user = new SimulatedUser(workload, new BenchmarkUser(workload.Name, 0, serviceUrl), token: null);
            // What is written only once, the first time that somebody speaks, is no part of what is measured.
            await WalkAsync(bot, workload, user);
            foreach (var (number, turn) in (await WalkAsync(bot, workload, user)).Index())
            {
                await WriteAsync(samples, workload, number, "outcome", turn.Outcome);
                await WriteAsync(samples, workload, number, "reply", ReplyOf(turn.Outcome));
                foreach (var (kind, json) in turn.Documents) await WriteAsync(samples, workload, number, $"{kind}.document", json);
            }
        }
    }

    private static async Task<List<TurnSample>> WalkAsync(BotProcess bot, Workload workload, SimulatedUser user)
    {
        using var connection = new Connection(bot.Port);
        await connection.OpenAsync(CancellationToken.None);
        var turns = new List<TurnSample>();
        var documents = Documents(bot.Database);
        for (var step = 0; step < user.Steps; step++)
        {
            await user.StepAsync(connection, step, CancellationToken.None);
            var now = Documents(bot.Database);
            var turn = new TurnSample(LastOutcome(bot.Database), Changes(documents, now));
            turns.Add(turn);
            documents = now;
            if (workload == Workload.Status && turn.Outcome.AsSpan().Count("Input.Toggle"u8) != 12)
                throw new InvalidOperationException("The status is not the checklist: " + System.Text.Encoding.UTF8.GetString(turn.Outcome));
            // An answer that is not accepted changes no state, and the last one leaves none.
            if (workload == Workload.Wizard && (!turn.Documents.TryGetValue("state", out var state) || (state.Length == 0) != (step == user.Steps - 1)))
                throw new InvalidOperationException($"{workload.Title}: step {step} did not go on: {System.Text.Encoding.UTF8.GetString(turn.Outcome)}");
        }

        return turns;
    }

    /// <summary>What a turn wrote, by the kind of document: its JSON, or nothing where it was deleted.</summary>
    private static Dictionary<string, byte[]> Changes(Dictionary<string, Document> before, Dictionary<string, Document> after) =>
        after.Where(document => !before.TryGetValue(document.Key, out var known) || known.Version != document.Value.Version).Select(document => document.Value)
            .Concat(before.Where(document => !after.ContainsKey(document.Key)).Select(document => document.Value with { Json = [] }))
            .ToDictionary(document => document.Kind, document => document.Json);

    private static Dictionary<string, Document> Documents(string database)
    {
        using var connection = Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT kind || '/' || partition || '/' || id, kind, version, json FROM documents";
        using var row = command.ExecuteReader();
        var documents = new Dictionary<string, Document>();
        while (row.Read()) documents.Add(row.GetString(0), new Document(row.GetString(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3)));
        return documents;
    }

    private static byte[] LastOutcome(string database)
    {
        using var connection = Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT outcome FROM turns ORDER BY seq DESC LIMIT 1";
        return (byte[])command.ExecuteScalar()!;
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        return connection;
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

    private sealed record Document(string Kind, long Version, byte[] Json);

    private sealed record TurnSample(byte[] Outcome, Dictionary<string, byte[]> Documents);
}
