using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Channels;

/// <summary>Whoever leads one engagement and installs the bot in a channel means that channel for it, unless it has one already.</summary>
public sealed class LinkOnArrival(ChannelLinking linking) : Arrival
{
    public override async ValueTask ArriveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Conversation.ConversationType == ConversationTypes.Channel
            && await linking.ChoicesAsync(turn, cancellationToken) is [var only]
            && await ChannelLinks.OfAsync(turn.Documents, turn.TenantId, only.Id, cancellationToken) is null)
        {
            await linking.LinkAsync(turn, only, cancellationToken);
        }
    }
}
