using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.Delivery;

/// <summary>What became of a piece of work.</summary>
/// <param name="Pause">How long not to try again; null leaves it to the runner, whose pauses grow.</param>
public sealed record WorkResult(WorkOutcome Outcome, string? Reason = null, TimeSpan? Pause = null)
{
    /// <summary>
    /// Notes, in a commit of its own, what cannot be taken back, such as a message that was sent. It is called when what was saved with the
    /// result could not be, because somebody changed the same document meanwhile; without it the work is done once more.
    /// </summary>
    public Func<Task>? Settle { get; init; }

    public static readonly WorkResult Done = new(WorkOutcome.Done);

    /// <param name="pause">What the service asked for (<c>Retry-After</c>).</param>
    public static WorkResult Again(string reason, TimeSpan? pause = null) => new(WorkOutcome.Again, reason, pause);

    /// <summary>Trying again would not help. It rests until it is queued anew, and the bot's health shows the reason until then.</summary>
    public static WorkResult GiveUp(string reason) => new(WorkOutcome.GivenUp, reason);
}
