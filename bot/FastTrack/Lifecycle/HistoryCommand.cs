using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>Who did what, when and why.</summary>
public sealed class HistoryCommand(EngagementGate gate, HistoryCard card)
    : EngagementCommand("history", Text.ResourceManager, nameof(Text.PhrasesHistory), Right.See, gate)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken) =>
        turn.Reply(await card.FillAsync(turn, engagement, before: null, cancellationToken), engagement.Organisation);
}

/// <summary>Turns the pages of the history.</summary>
public sealed class HistoryPage(EngagementAccess access, HistoryCard card) : EngagementVerb("history.page", Right.See, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken) =>
        turn.Respond(InvokeResponse.Card(await card.FillAsync(turn, engagement, action.Number("before"), cancellationToken)));
}
