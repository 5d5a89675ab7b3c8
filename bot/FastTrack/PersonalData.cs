using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack;

/// <summary>
/// What one capability keeps of people. Whichever capability keeps something supplies it, so that a person can be told of it, and forgotten.
/// </summary>
public abstract class PersonalData
{
    /// <summary>What there is of whoever acts in the turn, in the turn's language.</summary>
    public virtual ValueTask<IReadOnlyList<KeptData>> TellAsync(TurnContext turn, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<KeptData>>([]);

    /// <summary>Erases it, or puts somebody in the person's place. It may be interrupted anywhere, and is done again then.</summary>
    public abstract Task EraseAsync(Erasure erasure, CancellationToken cancellationToken);
}

/// <param name="What">In words; may hold Markdown.</param>
/// <param name="Stays">Why it is not erased; null: it is.</param>
public sealed record KeptData(string What, string? Stays = null);
