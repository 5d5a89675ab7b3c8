using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Remediation;

/// <summary>Shows the remediation plan.</summary>
public sealed class RemediationCommand(EngagementGate gate, PlanCard card)
    : EngagementCommand("remediation", Text.ResourceManager, nameof(Text.PhrasesRemediation), Right.See, gate)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        var view = await Plans.ReadAsync(turn.Documents, turn.TenantId, engagement, cancellationToken);
        turn.Reply(card.Fill(engagement, view), engagement.Organisation);
    }
}
