using Npgsql;

namespace FastTrackBot.Platform.Storage.Postgres;

/// <summary>
/// Commits that travel together: one round trip, one transaction, one write to the disk. No two of them touch the same document, turn or
/// claim, so that the outcome of each is its own.
/// </summary>
internal sealed class PostgresBatch
{
    /// <summary>Enough: more company would only make the first one wait. Below the step of the sequence <c>turn_numbers</c>.</summary>
    public const int MaximumSize = 256;

    private const int Parameters = 27;

    private static readonly string Call =
        $"SELECT * FROM apply_commits({string.Join(", ", Enumerable.Range(1, Parameters).Select(number => $"${number}"))})";

    private readonly List<PostgresCommit> _commits = [];
    private readonly HashSet<DocumentKey> _documents = [];
    private readonly HashSet<(string, string)> _turns = [];
    private readonly HashSet<(string, string)> _claims = [];

    public IReadOnlyList<PostgresCommit> Commits => _commits;

    public int Turns => _turns.Count;

    public bool IsRepeatable => _commits.TrueForAll(commit => commit.IsRepeatable);

    /// <returns>False when it has to travel with another batch.</returns>
    public bool TryAdd(PostgresCommit commit)
    {
        var content = commit.Content;
        var turn = content.Turn is { } had ? (had.ConversationId, had.ActivityId) : commit.Sent;
        var claim = content.End is { } end ? (end.Claim.Kind, end.Claim.Key) : default((string, string)?);
        if (_commits.Count == MaximumSize
            || content.Writes.Any(write => _documents.Contains(write.Key))
            || (turn is { } id && _turns.Contains(id))
            || (claim is { } held && _claims.Contains(held)))
        {
            return false;
        }

        _commits.Add(commit);
        foreach (var write in content.Writes) _documents.Add(write.Key);
        if (turn is { } its) _turns.Add(its);
        if (claim is { } taken) _claims.Add(taken);
        return true;
    }

    /// <summary>Writes them, and finds for each its result.</summary>
    public async Task<CommitResult[]> ApplyAsync(NpgsqlConnection connection, PostgresInstance instance)
    {
        var writes = Flatten(commit => commit.Content.Writes);
        await using var command = new NpgsqlCommand(Call, connection);
        Bind(command, instance, writes);
        var results = new CommitResult[_commits.Count];
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var number = rows.GetInt32(0);
            var outcome = (CommitOutcome)rows.GetInt32(1);
            results[number] = outcome switch
            {
                CommitOutcome.Conflict => new CommitResult(outcome, Contended: writes[rows.GetInt32(2) - 1].Part.Key),
                CommitOutcome.Duplicate => new CommitResult(outcome, Earlier: _commits[number].Content.Turn! with
                {
                    Outcome = rows.GetFieldValue<byte[]>(3),
                    Pending = rows.GetBoolean(4),
                }),
                _ => new CommitResult(outcome),
            };
        }

        return results;
    }

    private void Bind(NpgsqlCommand command, PostgresInstance instance, (int Commit, DocumentWrite Part)[] writes)
    {
        Add(command, instance.Id);
        Add(command, PostgresInstance.Silence);
        Add(command, writes, row => row.Commit);
        Add(command, writes, row => row.Part.Key.Kind);
        Add(command, writes, row => row.Part.Key.Partition);
        Add(command, writes, row => row.Part.Key.Id);
        Add(command, writes, row => row.Part.ExpectedVersion);
        Add(command, writes, row => row.Part.Json?.ToArray());

        var turns = Flatten(commit => commit.Content.Turn is { } turn ? [turn] : Array.Empty<TurnRecord>());
        Add(command, turns, row => row.Commit);
        Add(command, turns, row => row.Part.ConversationId);
        Add(command, turns, row => row.Part.ActivityId);
        Add(command, turns, row => row.Part.Outcome.ToArray());
        Add(command, turns, row => row.Part.Pending);

        var work = Flatten(commit => commit.Content.Work);
        Add(command, work, row => row.Commit);
        Add(command, work, row => row.Part.Kind);
        Add(command, work, row => row.Part.Key);
        Add(command, work, row => row.Part.Due.ToUnixTimeMilliseconds());

        var ends = Flatten(commit => commit.Content.End is { } end ? [end] : Array.Empty<WorkEnd>());
        Add(command, ends, row => row.Commit);
        Add(command, ends, row => row.Part.Claim.Kind);
        Add(command, ends, row => row.Part.Claim.Key);
        Add(command, ends, row => row.Part.Claim.Lease);
        Add(command, ends, row => (int)row.Part.Outcome);
        Add(command, ends, row => row.Part.At.ToUnixTimeMilliseconds());
        Add(command, ends, row => (row.Part.At + row.Part.Pause).ToUnixTimeMilliseconds());
        Add(command, ends, row => row.Part.Reason ?? "");

        var sent = Flatten(commit => commit.Sent is { } turn ? [turn] : Array.Empty<(string Conversation, string Activity)>());
        Add(command, sent, row => row.Part.Conversation);
        Add(command, sent, row => row.Part.Activity);
    }

    /// <summary>The parts of all commits, each with the number of its commit.</summary>
    private (int Commit, T Part)[] Flatten<T>(Func<PostgresCommit, IEnumerable<T>> parts) =>
        [.. _commits.SelectMany((commit, number) => parts(commit).Select(part => (number, part)))];

    private static void Add<T>(NpgsqlCommand command, T value) => command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });

    private static void Add<TRow, T>(NpgsqlCommand command, TRow[] rows, Converter<TRow, T> column) => Add(command, Array.ConvertAll(rows, column));
}
