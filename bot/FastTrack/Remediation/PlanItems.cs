using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Remediation;

/// <summary>Shows an item of the plan to whoever pressed, with that person's buttons.</summary>
public sealed class PlanItems(EngagementAccess access, PlanItemCard card)
{
    public async ValueTask ShowAsync(
        TurnContext turn, Engagement engagement, RemediationPlan plan, string? id, string? notice, CancellationToken cancellationToken)
    {
        if (plan.Items.FirstOrDefault(item => item.Id == id) is not { } item)
        {
            turn.Respond(InvokeResponse.Notice(Text.NoSuchItem));
            return;
        }

        var mine = await access.RightsAsync(turn, engagement, cancellationToken);
        turn.Respond(InvokeResponse.Card(card.Fill(engagement, item, mine, notice)));
    }
}
