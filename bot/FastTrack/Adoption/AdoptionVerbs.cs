using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Adoption;

/// <summary>A press on a card about adoption that has begun.</summary>
internal abstract class AdoptionVerb(string verb, Right right, EngagementAccess access) : EngagementVerb(verb, right, access)
{
    protected sealed override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        if (await AdoptionView.ReadAsync(turn, engagement, cancellationToken) is not { } plan) turn.Respond(InvokeResponse.Notice(Text.NotBegun.With(engagement.Owner.Name)));
        else await RunAsync(turn, new Adopting(engagement, plan), action, cancellationToken);
    }

    protected abstract ValueTask RunAsync(TurnContext turn, Adopting now, CardAction action, CancellationToken cancellationToken);
}

/// <summary>An engagement with its adoption.</summary>
internal sealed record Adopting(Engagement Engagement, AdoptionPlan Plan);

/// <summary>Shows adoption as it is now, with the buttons of whoever looks.</summary>
internal sealed class AdoptionRefresh(EngagementAccess access, AdoptionView view) : AdoptionVerb("adoption.refresh", Right.See, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Adopting now, CardAction action, CancellationToken cancellationToken) =>
        view.ReplaceAsync(turn, now.Engagement, now.Plan, notice: null, cancellationToken);
}

/// <summary>Leads into another stage; a card that was drawn in another one only shows where adoption stands.</summary>
internal abstract class StageVerb(string verb, EngagementAccess access, AdoptionView view) : AdoptionVerb(verb, Right.Advance, access)
{
    protected abstract AdoptionChange Move(AdoptionPlan plan, Person by, DateTimeOffset at);

    protected override async ValueTask RunAsync(TurnContext turn, Adopting now, CardAction action, CancellationToken cancellationToken)
    {
        var stale = action["stage"] != now.Plan.Stage.ToString();
        var change = stale ? new AdoptionChange(now.Plan, []) : Move(now.Plan, turn.Person(), turn.Clock.GetUtcNow());
        AdoptionDocument.Save(turn.Documents, turn.TenantId, now.Engagement, change);
        await view.ReplaceAsync(turn, now.Engagement, change.Plan, stale ? Text.StageMoved : Text.NowIn.With(Names.Of(change.Plan.Stage)), cancellationToken);
    }
}

internal sealed class StageAdvance(EngagementAccess access, AdoptionView view) : StageVerb("adoption.next", access, view)
{
    protected override AdoptionChange Move(AdoptionPlan plan, Person by, DateTimeOffset at) => AdoptionRules.Advance(plan, by, at);
}

internal sealed class StageReturn(EngagementAccess access, AdoptionView view) : StageVerb("adoption.before", access, view)
{
    protected override AdoptionChange Move(AdoptionPlan plan, Person by, DateTimeOffset at) => AdoptionRules.Return(plan, by, at);
}

/// <summary>Keeps by what the organisation will know that it was worth it.</summary>
internal sealed class GoalsSave(EngagementAccess access, AdoptionView view) : AdoptionVerb("adoption.goals", Right.Advance, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Adopting now, CardAction action, CancellationToken cancellationToken)
    {
        var change = AdoptionRules.SetGoals(now.Plan, action["goals"], turn.Person(), turn.Clock.GetUtcNow());
        AdoptionDocument.Save(turn.Documents, turn.TenantId, now.Engagement, change);
        await view.ReplaceAsync(turn, now.Engagement, change.Plan, Text.GoalsSaved, cancellationToken);
    }
}
