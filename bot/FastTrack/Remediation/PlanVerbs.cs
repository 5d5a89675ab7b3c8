using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Remediation;

/// <summary>Shows the plan as it is now, or another page of it.</summary>
public sealed class PlanShow(EngagementAccess access, PlanCard card) : EngagementVerb("plan.show", Right.See, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var view = await Plans.ReadAsync(turn.Documents, turn.TenantId, engagement, cancellationToken);
        turn.Respond(InvokeResponse.Card(card.Fill(engagement, view, action.Number("page") ?? 1)));
    }
}

/// <summary>Takes every blocker and warning that is in no plan yet into this one.</summary>
public sealed class PlanFill(EngagementAccess access, PlanCard card) : EngagementVerb("plan.fill", Right.PlanRemediation, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var view = await Plans.ReadAsync(turn.Documents, turn.TenantId, engagement, cancellationToken);
        var findings = RemediationRules.Unplanned(view.Plan, view.Assessment);
        var change = RemediationRules.Plan(view.Plan, findings, engagement.Owner, turn.Person(), turn.Clock.GetUtcNow());
        if (change.Events.Count > 0) Plans.Save(turn, engagement, view, change);
        var now = view with { Plan = change.Plan };
        var mine = card.Fill(engagement, now, notice: Text.Planned.With(change.Events.Count));
        turn.ReplacePressed(mine, engagement.Organisation, turn.IsPersonal ? mine : card.Fill(engagement, now));
    }
}

/// <summary>Opens an item of the plan.</summary>
public sealed class PlanItemOpen(EngagementAccess access, PlanItems items) : EngagementVerb("plan.item", Right.See, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var view = await Plans.ReadAsync(turn.Documents, turn.TenantId, engagement, cancellationToken);
        await items.ShowAsync(turn, engagement, view.Plan, action["item"], notice: null, cancellationToken);
    }
}
