using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Access;

/// <summary>A press on a card of an engagement: answered only for who may see the engagement, and has the right.</summary>
public abstract class EngagementVerb(string verb, Right right, EngagementAccess access) : CardVerb(verb)
{
    /// <summary>The member of a card's data that names the engagement.</summary>
    public const string Argument = "engagement";

    protected EngagementAccess Access => access;

    /// <summary>The right that it takes, where that depends on the engagement.</summary>
    protected virtual Right RightFor(Engagement engagement) => right;

    public sealed override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(turn, action[Argument], cancellationToken) is not { } engagement)
        {
            turn.Respond(InvokeResponse.Notice(Text.NotYours));
        }
        else if (!await access.MayAsync(turn, engagement, RightFor(engagement), cancellationToken))
        {
            turn.Respond(InvokeResponse.Notice(Refusal.Of(RightFor(engagement), engagement)));
        }
        else
        {
            await RunAsync(turn, engagement, action, cancellationToken);
        }
    }

    protected abstract ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken);
}
