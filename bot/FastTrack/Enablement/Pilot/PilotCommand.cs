using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Enablement.Pilot;

/// <summary>Shows the pilot people as they were last read.</summary>
public sealed class PilotCommand(EngagementGate gate, PilotView view)
    : EngagementCommand("pilot", Text.ResourceManager, nameof(Text.PhrasesPilot), Right.See, gate)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        var list = await PilotView.ReadAsync(turn, engagement, cancellationToken);
        turn.Reply(await view.FillAsync(turn, engagement, list, page: 1, said: null, cancellationToken), engagement.Organisation);
    }
}

/// <summary>The list as one turn sees and changes it.</summary>
public sealed class PilotView(EngagementAccess access, PilotCard card)
{
    /// <summary>
    /// Naming people means looking at their accounts, as an assessment does. A partner's customer has a tenant of its own that nobody looks at from here:
    /// there it is a question of who leads.
    /// </summary>
    public static Right ToManage(Engagement engagement) => engagement.IsElsewhere ? Right.ManageTeam : Right.Assess;

    public static async ValueTask<PilotList> ReadAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken) =>
        await turn.Documents.ReadAsync(PilotDocument.Kind, turn.TenantId, engagement.Id, cancellationToken) ?? PilotList.Empty;

    public async ValueTask<RawJson> FillAsync(
        TurnContext turn, Engagement engagement, PilotList list, int page, PilotSaid? said, CancellationToken cancellationToken) =>
        card.Fill(engagement, list, await LookAsync(turn, engagement, cancellationToken), page, said);

    /// <summary>Saves the list with its engagement, whose history tells what happened, and shows it.</summary>
    public async ValueTask SaveAndShowAsync(
        TurnContext turn, Engagement engagement, PilotChange change, int page, PilotSaid? said, CancellationToken cancellationToken)
    {
        turn.Documents.Save(PilotDocument.Kind, turn.TenantId, engagement.Id, change.List);
        EngagementDocument.Save(turn, new EngagementChange(engagement, change.Events));
        turn.ReplacePressed(await FillAsync(turn, engagement, change.List, page, said, cancellationToken), engagement.Organisation, forAll: true);
    }

    private async ValueTask<PilotLook> LookAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken) => turn.IsPersonal
        ? new PilotLook(await access.MayAsync(turn, engagement, ToManage(engagement), cancellationToken), InDetail: true)
        : PilotLook.Shared;
}
