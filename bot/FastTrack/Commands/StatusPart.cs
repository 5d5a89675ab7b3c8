using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Commands;

/// <summary>What one capability has to say when somebody asks for the status.</summary>
public abstract class StatusPart
{
    /// <returns>False when there is nothing that this person may see.</returns>
    public abstract ValueTask<bool> ShowAsync(TurnContext turn, CancellationToken cancellationToken);
}
