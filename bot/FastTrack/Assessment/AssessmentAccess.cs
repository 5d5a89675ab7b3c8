using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>Who may have the tenant read and see what was found: those with the right, in their personal chat.</summary>
public sealed class AssessmentAccess(Roles roles, Notice notice)
{
    public bool May(TurnContext turn) => turn.IsPersonal && Has(turn);

    /// <summary>As <see cref="May"/>, and says why not.</summary>
    public bool MayOrTell(TurnContext turn)
    {
        if (May(turn)) return true;
        notice.Show(turn, Text.Title, Has(turn) ? Text.PersonalOnly : Text.AdminsOnly);
        return false;
    }

    private bool Has(TurnContext turn) => RightsTable.Of(Right.Assess).Any(role => roles.Has(turn.Sender, role));
}
