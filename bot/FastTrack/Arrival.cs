using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack;

/// <summary>Something to do when the bot comes into a conversation, after it has greeted. Whichever capability has it supplies it.</summary>
public abstract class Arrival
{
    /// <param name="turn">Its sender is whoever installed the bot.</param>
    public abstract ValueTask ArriveAsync(TurnContext turn, CancellationToken cancellationToken);
}
