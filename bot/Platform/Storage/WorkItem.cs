namespace FastTrackBot.Platform.Storage;

/// <summary>
/// Something to do later without anyone asking. There is one of a kind and key: queued again while it waits, the earlier time wins;
/// queued while it is being done, it is done once more after. So it says what to look after, never what happened.
/// </summary>
/// <param name="Kind">Who does it.</param>
/// <param name="Key">What it is about, e.g. a tenant and an engagement.</param>
public sealed record WorkItem(string Kind, string Key, DateTimeOffset Due);

/// <summary>Work that somebody has taken on until its lease runs out. Then it may be taken on by another, and this claim is worth nothing.</summary>
/// <param name="Attempt">1 at first. Failed attempts count, and those that ended with the process.</param>
/// <param name="Due">Since when it has been due.</param>
public sealed record WorkClaim(string Kind, string Key, Guid Lease, int Attempt, DateTimeOffset Due)
{
    /// <summary>The parts of a key that is <c>tenant/id</c>; the id may hold slashes of its own.</summary>
    public (string Tenant, string Id) TenantAndId() => Key.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash
        ? (Key[..slash], Key[(slash + 1)..])
        : throw new InvalidOperationException($"{Key} does not name a tenant and what is there.");
}

/// <summary>How claimed work ended.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Pause">After a failure: how long nobody is to try again, whoever queues it meanwhile.</param>
/// <param name="Reason">After a failure: why, in words for an operator.</param>
public sealed record WorkEnd(WorkClaim Claim, WorkOutcome Outcome, DateTimeOffset At, TimeSpan Pause = default, string? Reason = null);

public enum WorkOutcome
{
    Done,

    /// <summary>It failed, and is to be done again after a pause.</summary>
    Again,

    /// <summary>It failed, and trying again would not help. It rests until it is queued anew.</summary>
    GivenUp,

    /// <summary>Not finished, and not failed: whoever did it has to stop.</summary>
    Released,
}

/// <summary>What waits of one kind.</summary>
/// <param name="Waiting">All that is queued and not given up, whether it is due or not.</param>
/// <param name="Overdue">How many of them should have been done by now.</param>
/// <param name="OldestDue">Since when the oldest of those; null when nothing is due.</param>
/// <param name="Failing">How many of them failed when they were tried last.</param>
/// <param name="LastReason">Why the last one failed, of those that wait or were given up.</param>
public sealed record WorkBacklog(string Kind, int Waiting, int Overdue, DateTimeOffset? OldestDue, int Failing, int GivenUp, string? LastReason);
