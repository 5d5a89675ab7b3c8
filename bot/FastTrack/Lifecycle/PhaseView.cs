using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>Puts the phase card before people: each person's own, and one without buttons of anybody's where several look at it.</summary>
public sealed class PhaseView(EngagementAccess access, ExitConditions conditions, PhaseCard card)
{
    public async ValueTask ShowAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        var open = await conditions.OfAsync(turn, engagement, cancellationToken);
        var rights = turn.IsPersonal ? await access.RightsAsync(turn, engagement, cancellationToken) : PhaseCard.NoRights;
        turn.Reply(card.Fill(engagement, open, rights, isShared: !turn.IsPersonal), engagement.Organisation);
    }

    /// <summary>In the place of the card that was pressed on: the person's own for the person, and the common one for all others.</summary>
    public async ValueTask ReplaceAsync(TurnContext turn, Engagement engagement, string? notice, bool forAll, CancellationToken cancellationToken)
    {
        var open = await conditions.OfAsync(turn, engagement, cancellationToken);
        var mine = card.Fill(engagement, open, await access.RightsAsync(turn, engagement, cancellationToken), isShared: !turn.IsPersonal, notice);
        if (forAll) turn.ReplacePressed(mine, engagement.Organisation, turn.IsPersonal ? mine : card.Fill(engagement, open, PhaseCard.NoRights, isShared: true));
        else turn.Respond(InvokeResponse.Card(mine));
    }

    public async ValueTask<bool> MayLeaveAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken) =>
        (await conditions.OfAsync(turn, engagement, cancellationToken)).All(condition => condition.Holds);
}
