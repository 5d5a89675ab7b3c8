using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>Shows the phase as it is now, with the buttons of whoever looks.</summary>
public sealed class PhaseRefresh(EngagementAccess access, PhaseView view) : EngagementVerb("phase.refresh", Right.See, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken) =>
        view.ReplaceAsync(turn, engagement, notice: null, forAll: false, cancellationToken);
}

/// <summary>Leads on into the next phase, when nothing stands open.</summary>
public sealed class PhaseAdvance(EngagementAccess access, PhaseView view) : EngagementVerb("phase.advance", Right.Advance, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var stale = PhaseMove.IsStale(engagement, action);
        if (stale || !await view.MayLeaveAsync(turn, engagement, cancellationToken))
        {
            await view.ReplaceAsync(turn, engagement, stale ? Text.PhaseMoved : Text.StillOpen, forAll: false, cancellationToken);
            return;
        }

        await PhaseMove.SaveAsync(turn, PhaseRules.Advance(engagement, turn.Person(), turn.Clock.GetUtcNow()), view, cancellationToken);
    }
}

/// <summary>Leads on although something stands open. It takes a role and a reason, and both go into the history.</summary>
public sealed class PhaseForce(EngagementAccess access, PhaseView view) : EngagementVerb("phase.force", Right.Override, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken) =>
        PhaseMove.WithReasonAsync(turn, engagement, action, view, PhaseRules.Advance, cancellationToken);
}

/// <summary>Leads back into the phase before.</summary>
public sealed class PhaseReturn(EngagementAccess access, PhaseView view) : EngagementVerb("phase.return", Right.Advance, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken) =>
        PhaseMove.WithReasonAsync(turn, engagement, action, view, PhaseRules.Return, cancellationToken);
}

/// <summary>Ends the engagement, finished or not.</summary>
public sealed class EngagementClose(EngagementAccess access, PhaseView view) : EngagementVerb("engagement.close", Right.Close, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken) =>
        PhaseMove.WithReasonAsync(turn, engagement, action, view, ClosingRules.Close, cancellationToken);
}

/// <summary>Takes a closed engagement up again.</summary>
public sealed class EngagementReopen(EngagementAccess access, PhaseView view) : EngagementVerb("engagement.reopen", Right.Close, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken) =>
        PhaseMove.WithReasonAsync(turn, engagement, action, view, ClosingRules.Reopen, cancellationToken);
}

internal static class PhaseMove
{
    public delegate EngagementChange Move(Engagement engagement, Person by, DateTimeOffset now, string why);

    /// <summary>The card was drawn for another phase: what it asks for has happened already, or is out of date.</summary>
    public static bool IsStale(Engagement engagement, CardAction action) => action["phase"] != engagement.Phase.ToString();

    public static async ValueTask WithReasonAsync(
        TurnContext turn, Engagement engagement, CardAction action, PhaseView view, Move move, CancellationToken cancellationToken)
    {
        var why = action["why"]?.Trim();
        if (IsStale(engagement, action))
        {
            await view.ReplaceAsync(turn, engagement, Text.PhaseMoved, forAll: false, cancellationToken);
        }
        else if (string.IsNullOrEmpty(why))
        {
            await view.ReplaceAsync(turn, engagement, Text.ReasonMissing, forAll: false, cancellationToken);
        }
        else
        {
            await SaveAsync(turn, move(engagement, turn.Person(), turn.Clock.GetUtcNow(), Words.Cut(why, 300)), view, cancellationToken);
        }
    }

    public static async ValueTask SaveAsync(TurnContext turn, EngagementChange change, PhaseView view, CancellationToken cancellationToken)
    {
        EngagementDocument.Save(turn, change);
        var notice = change.Engagement.IsClosed ? Text.NowClosed : Text.NowIn.With(Names.Of(change.Engagement.Phase));
        await view.ReplaceAsync(turn, change.Engagement, notice, forAll: true, cancellationToken);
    }
}
