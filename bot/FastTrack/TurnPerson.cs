using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack;

internal static class TurnPerson
{
    /// <summary>Whoever acts in the turn, to be kept in a record.</summary>
    public static Person Person(this TurnContext turn) => new(turn.Sender.ObjectId, turn.Sender.Name ?? turn.Sender.ObjectId);
}
