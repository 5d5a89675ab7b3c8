using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Adoption.Use;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Adoption.Tips;

/// <summary>Gives the tip that fits best, once.</summary>
internal sealed class TipCommand(EngagementGate gate, TipCard card, Notice notice) : EngagementCommand("tip", Text.ResourceManager, nameof(Text.PhrasesTip), Right.See, gate)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        var plan = await AdoptionView.ReadAsync(turn, engagement, cancellationToken);
        var use = await UseDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken);
        var given = await TipsDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken);
        if (TipRules.Choose(engagement, plan?.Stage ?? AdoptionStage.Prepare, use, given, TipBook.Current) is not { } chosen)
        {
            notice.Show(turn, Text.Title, Text.AllGiven);
            return;
        }

        turn.Documents.Save(TipsDocument.Kind, turn.TenantId, engagement.Id, given.With(chosen.Tip.Id, turn.Clock.GetUtcNow()));
        turn.Reply(card.Fill(engagement, chosen, ofTheWeek: false), TipCard.TitleOf(engagement, ofTheWeek: false));
    }
}

/// <summary>The team does what a tip says; the success review tells of it.</summary>
internal sealed class TipTakeUp(EngagementAccess access, TipCard card) : EngagementVerb("tip.take", Right.Tick, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var given = await TipsDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken);
        if (TipBook.Current.Find(action["tip"]) is not { } tip || given.Tips.FirstOrDefault(known => known.Id == tip.Id) is not { } known)
        {
            turn.Respond(InvokeResponse.Notice(Text.NotGiven));
            return;
        }

        // Whoever was first, stays.
        var by = known.TakenUpBy ?? turn.Person();
        if (known.TakenUpBy is null)
        {
            turn.Documents.Save(TipsDocument.Kind, turn.TenantId, engagement.Id,
                given with { Tips = [.. given.Tips.Select(one => one.Id == tip.Id ? one with { TakenUpBy = by } : one)] });
        }

        var plan = await AdoptionView.ReadAsync(turn, engagement, cancellationToken);
        var use = await UseDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken);
        var chosen = new ChosenTip(tip, plan?.Stage ?? AdoptionStage.Prepare, UseRules.Changes(use).FirstOrDefault(change => change.Now.Workload == (tip.Workload ?? "")));
        turn.ReplacePressed(card.Fill(engagement, chosen, ofTheWeek: action["week"] == "true", by), engagement.Organisation, forAll: true);
    }
}
