using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Team;

/// <summary>Shows who takes part in the engagement.</summary>
public sealed class TeamCommand(EngagementGate gate, EngagementAccess access, TeamCard card)
    : EngagementCommand("team", Text.ResourceManager, nameof(Text.PhrasesTeam), Right.See, gate)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        // In a group others see the card as well; the verbs refuse whoever may not.
        var mayManage = await access.MayAsync(turn, engagement, Right.ManageTeam, cancellationToken);
        turn.Reply(card.Fill(engagement, mayManage), engagement.Organisation);
    }
}
