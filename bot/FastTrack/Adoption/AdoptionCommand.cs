using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Adoption.Use;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Adoption;

/// <summary>Shows where adoption stands. It begins when somebody who leads the engagement asks for it the first time.</summary>
internal sealed class AdoptionCommand(EngagementGate gate, EngagementAccess access, AdoptionView view, Notice notice)
    : EngagementCommand("adoption", Text.ResourceManager, nameof(Text.PhrasesAdoption), Right.See, gate)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        var plan = await AdoptionView.ReadAsync(turn, engagement, cancellationToken);
        if (plan is null && (engagement.IsClosed || !await access.MayAsync(turn, engagement, Right.Advance, cancellationToken)))
        {
            notice.Show(turn, Text.Title, Text.NotBegun.With(UserText.Escape(engagement.Owner.Name)));
            return;
        }

        if (plan is null)
        {
            var begun = AdoptionRules.Begin(engagement, turn.Person(), turn.Clock.GetUtcNow());
            AdoptionDocument.Save(turn.Documents, turn.TenantId, engagement, begun);
            UseWork.Queue(turn.Documents, turn.TenantId, engagement, turn.Clock.GetUtcNow());
            plan = begun.Plan;
        }

        await view.ShowAsync(turn, engagement, plan, cancellationToken);
    }
}
