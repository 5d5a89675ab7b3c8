namespace FastTrackBot.Platform.Storage.Postgres;

/// <summary>A commit on its way, and the promise of its result.</summary>
/// <param name="sent">The turn whose messages are out with this commit.</param>
internal sealed class PostgresCommit(Commit content, (string Conversation, string Activity)? sent = null)
    : TaskCompletionSource<CommitResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public Commit Content => content;

    public (string Conversation, string Activity)? Sent => sent;

    /// <summary>
    /// Whether it can be tried again when it is unknown what became of it: its turn or its claim then tells that it has been written
    /// already, or there is nothing that could be written twice.
    /// </summary>
    public bool IsRepeatable => content.Turn is not null || content.End is not null || sent is not null || content.Writes.Count + content.Work.Count == 0;
}
