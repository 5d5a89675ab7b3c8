using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>Something that is not kept for ever. Whichever capability keeps it supplies this, and it is run once a day.</summary>
/// <param name="name">What is erased, for the log and for operators.</param>
public abstract class Expiry(string name)
{
    public string Name { get; } = name;

    /// <summary>Erases what is too old, in small commits. It may be interrupted anywhere, and is done again then.</summary>
    /// <returns>How many documents.</returns>
    public abstract Task<int> RunAsync(DocumentSweep sweep, ExpiryRun run, CancellationToken cancellationToken);
}

/// <summary>One day's round.</summary>
public sealed record ExpiryRun(DateTimeOffset Now, RetentionOptions Keep)
{
    /// <summary>Whether something of that time has been kept for long enough.</summary>
    /// <param name="days">0 keeps for ever.</param>
    public bool IsOver(DateTimeOffset since, int days) => days > 0 && Now - since > TimeSpan.FromDays(days);

    /// <summary>For what does not know its own age: noted at the first round, and erased when nobody has written it anew for so long.</summary>
    /// <param name="stamp">Puts the time into the document.</param>
    public T? Age<T>(T document, DateTimeOffset? since, int days, Func<T, DateTimeOffset, T> stamp)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(stamp);
        if (days <= 0) return document;
        if (since is not { } noted) return stamp(document, Now);
        return IsOver(noted, days) ? null : document;
    }
}
