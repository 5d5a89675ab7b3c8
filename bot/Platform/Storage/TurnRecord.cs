namespace FastTrackBot.Platform.Storage;

/// <summary>
/// What one activity led to. It is written in the same transaction as the documents, so that a second delivery of the activity
/// is recognised, and so that a reply which was decided but not yet sent survives a crash.
/// </summary>
/// <param name="Outcome">The invoke's response and the messages to send; opaque to the store.</param>
/// <param name="Pending">There are messages that have not been sent yet; of an earlier turn: and this instance is to send them.</param>
public sealed record TurnRecord(string ConversationId, string ActivityId, ReadOnlyMemory<byte> Outcome, bool Pending);

/// <param name="Count">So many at this time; none is left where it is 0.</param>
/// <param name="Last">The number of the latest turn so far.</param>
public readonly record struct ForgottenTurns(int Count, long Last);

/// <summary>All that one turn, or one piece of work, changes: written whole or not at all.</summary>
public sealed record Commit(IReadOnlyList<DocumentWrite> Writes, TurnRecord? Turn = null)
{
    /// <summary>To do later. It exists when the rest of the commit does.</summary>
    public IReadOnlyList<WorkItem> Work { get; init; } = [];

    /// <summary>The work that this commit is the result of.</summary>
    public WorkEnd? End { get; init; }
}

public enum CommitOutcome
{
    Committed,

    /// <summary>Another turn changed one of the documents first; nothing was written.</summary>
    Conflict,

    /// <summary>This activity has had its turn already; nothing was written.</summary>
    Duplicate,

    /// <summary>The lease of the work had run out, and somebody else has it now; nothing was written.</summary>
    LeaseLost,
}

/// <param name="Contended">The document that had changed, after a conflict.</param>
/// <param name="Earlier">The record of the first delivery, after a duplicate.</param>
public readonly record struct CommitResult(CommitOutcome Outcome, DocumentKey? Contended = null, TurnRecord? Earlier = null)
{
    public static readonly CommitResult Committed = new(CommitOutcome.Committed);
}
