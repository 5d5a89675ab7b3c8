using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Remediation;

/// <summary>A press that changes an item of the plan; the item is shown as it is afterwards.</summary>
public abstract class PlanItemVerb(string verb, Right right, EngagementAccess access, PlanItems items) : EngagementVerb(verb, right, access)
{
    protected sealed override async ValueTask RunAsync(
        TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var view = await Plans.ReadAsync(turn.Documents, turn.TenantId, engagement, cancellationToken);
        var item = view.Plan.Items.FirstOrDefault(item => item.Id == action["item"]);
        var change = item is null ? new RemediationChange(view.Plan, []) : Change(engagement, view.Plan, item, action, turn);
        if (change.Events.Count > 0) Plans.Save(turn, engagement, view, change);
        var notice = change.Events.Count > 0 || item is null ? null : WhyNothing(item, action, turn);
        await items.ShowAsync(turn, engagement, change.Plan, action["item"], notice, cancellationToken);
    }

    protected abstract RemediationChange Change(Engagement engagement, RemediationPlan plan, RemediationItem item, CardAction action, TurnContext turn);

    /// <summary>Why a press has changed nothing; null where the item as it is says it all.</summary>
    protected virtual string? WhyNothing(RemediationItem item, CardAction action, TurnContext turn) => null;
}

/// <summary>Gives the item an owner and a date.</summary>
public sealed class PlanItemSave(EngagementAccess access, PlanItems items) : PlanItemVerb("plan.item.save", Right.PlanRemediation, access, items)
{
    protected override RemediationChange Change(Engagement engagement, RemediationPlan plan, RemediationItem item, CardAction action, TurnContext turn)
    {
        var owner = PlanItemCard.People(engagement, item).FirstOrDefault(person => person.ObjectId == action["owner"]) ?? item.Owner;
        return Due(action) is { } due
            ? RemediationRules.Assign(plan, item.Id, owner, due, turn.Person(), turn.Clock.GetUtcNow())
            : new RemediationChange(plan, []);
    }

    protected override string? WhyNothing(RemediationItem item, CardAction action, TurnContext turn) => Due(action) is null ? Text.Problem_Date : null;

    private static DateOnly? Due(CardAction action) => Days.ParseIso(action["due"]);
}

/// <summary>Somebody says that the item is fixed.</summary>
public sealed class PlanItemFixed(EngagementAccess access, PlanItems items) : PlanItemVerb("plan.item.fixed", Right.Remediate, access, items)
{
    protected override RemediationChange Change(Engagement engagement, RemediationPlan plan, RemediationItem item, CardAction action, TurnContext turn) =>
        RemediationRules.Fix(plan, item.Id, turn.Person(), turn.Clock.GetUtcNow());
}

/// <summary>The customer confirms it.</summary>
public sealed class VerifyForCustomer(EngagementAccess access, PlanItems items) : PlanItemVerb("plan.item.customer", Right.VerifyForCustomer, access, items)
{
    protected override RemediationChange Change(Engagement engagement, RemediationPlan plan, RemediationItem item, CardAction action, TurnContext turn) =>
        RemediationRules.Verify(plan, item.Id, Side.Customer, turn.Person(), turn.Clock.GetUtcNow());

    protected override string? WhyNothing(RemediationItem item, CardAction action, TurnContext turn) =>
        item.State == RemediationState.Fixed ? Text.TwoPeople : Text.NotFixedYet;
}

/// <summary>FastTrack confirms it.</summary>
public sealed class VerifyForFastTrack(EngagementAccess access, PlanItems items) : PlanItemVerb("plan.item.fasttrack", Right.VerifyForFastTrack, access, items)
{
    protected override RemediationChange Change(Engagement engagement, RemediationPlan plan, RemediationItem item, CardAction action, TurnContext turn) =>
        RemediationRules.Verify(plan, item.Id, Side.FastTrack, turn.Person(), turn.Clock.GetUtcNow());

    protected override string? WhyNothing(RemediationItem item, CardAction action, TurnContext turn) =>
        item.State == RemediationState.Fixed ? Text.TwoPeople : Text.NotFixedYet;
}

/// <summary>The item stays as it is, for a reason.</summary>
public sealed class PlanItemWaive(EngagementAccess access, PlanItems items) : PlanItemVerb("plan.item.waive", Right.PlanRemediation, access, items)
{
    protected override RemediationChange Change(Engagement engagement, RemediationPlan plan, RemediationItem item, CardAction action, TurnContext turn) =>
        action["why"]?.Trim() is { Length: > 0 } why
            ? RemediationRules.Waive(plan, item.Id, turn.Person(), turn.Clock.GetUtcNow(), Words.Cut(why, 300))
            : new RemediationChange(plan, []);

    protected override string? WhyNothing(RemediationItem item, CardAction action, TurnContext turn) => Text.ReasonMissing;
}

/// <summary>The item is to be put right after all.</summary>
public sealed class PlanItemReopen(EngagementAccess access, PlanItems items) : PlanItemVerb("plan.item.reopen", Right.PlanRemediation, access, items)
{
    protected override RemediationChange Change(Engagement engagement, RemediationPlan plan, RemediationItem item, CardAction action, TurnContext turn) =>
        RemediationRules.Reopen(plan, item.Id, turn.Person(), turn.Clock.GetUtcNow());
}
