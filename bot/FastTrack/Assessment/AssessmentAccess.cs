using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>Who may have the tenant read and see what was found: those with the right, in their personal chat.</summary>
public sealed class AssessmentAccess(Roles roles, EngagementAccess engagements, Notice notice)
{
    public bool May(TurnContext turn) => turn.IsPersonal && Has(turn);

    /// <summary>As <see cref="May"/>, and says why not.</summary>
    public bool MayOrTell(TurnContext turn)
    {
        if (May(turn)) return true;
        notice.Show(turn, Text.Title, Has(turn) ? Text.PersonalOnly : Text.AdminsOnly);
        return false;
    }

    /// <summary>Questions may also be answered by whoever leads one of the tenant's engagements: they show nothing of what was found.</summary>
    public async ValueTask<bool> MayAnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal) return false;
        if (Has(turn)) return true;
        foreach (var engagement in await engagements.ListAsync(turn, cancellationToken))
        {
            if (!engagement.IsClosed && await engagements.MayAsync(turn, engagement, Right.Assess, cancellationToken)) return true;
        }

        return false;
    }

    private bool Has(TurnContext turn) => RightsTable.Of(Right.Assess).Any(role => roles.Has(turn.Sender, role));
}
