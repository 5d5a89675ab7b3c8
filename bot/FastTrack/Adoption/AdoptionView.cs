using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Adoption.Use;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Adoption;

/// <summary>Puts the adoption card before people: each person's own, and one without buttons of anybody's where several look at it.</summary>
internal sealed class AdoptionView(EngagementAccess access, AdoptionCard card)
{
    private static readonly HashSet<Right> NoRights = [];

    /// <returns>Null while adoption has not begun.</returns>
    public static ValueTask<AdoptionPlan?> ReadAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken) =>
        turn.Documents.ReadAsync(AdoptionDocument.Kind, turn.TenantId, engagement.Id, cancellationToken);

    public async ValueTask ShowAsync(TurnContext turn, Engagement engagement, AdoptionPlan plan, CancellationToken cancellationToken)
    {
        var now = new Adopted(plan, await UseDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken));
        turn.Reply(card.Fill(engagement, now, turn.IsPersonal ? await access.RightsAsync(turn, engagement, cancellationToken) : NoRights), engagement.Organisation);
    }

    /// <summary>In the place of the card that was pressed on: the person's own for the person, and the common one for all others.</summary>
    public async ValueTask ReplaceAsync(TurnContext turn, Engagement engagement, AdoptionPlan plan, string? notice, CancellationToken cancellationToken)
    {
        var now = new Adopted(plan, await UseDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken));
        var mine = card.Fill(engagement, now, await access.RightsAsync(turn, engagement, cancellationToken), notice);
        turn.ReplacePressed(mine, engagement.Organisation, turn.IsPersonal ? mine : card.Fill(engagement, now, NoRights));
    }
}
