using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Commands;

/// <summary>Answers the presses on a kind of card. Everything the card sends is checked anew: it may be old, or made up.</summary>
/// <param name="verb">The verb of the card's <c>Action.Execute</c>.</param>
public abstract class CardVerb(string verb)
{
    public string Verb { get; } = verb;

    public abstract ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken);
}
