using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Links the group chat or channel with the engagement: checkpoints are announced there, and people told whom the bot cannot reach. Once more, and it is not.</summary>
internal sealed class RemindHereCommand(EngagementGate gate, Notice notice)
    : EngagementCommand("remind-here", Text.ResourceManager, nameof(Text.PhrasesRemindHere), Right.PlanCheckpoints, gate)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        var organisation = UserText.Escape(engagement.Organisation);
        if (turn.IsPersonal)
        {
            notice.Show(turn, Text.Title_Settings, Text.HereIsPersonal);
            return;
        }

        var here = Installation.OfPlace(turn.Conversation.ConversationId);
        var linked = await turn.Documents.ReadAsync(DigestDocument.Place, turn.TenantId, engagement.Id, cancellationToken);
        if (linked?.Installation == here) turn.Documents.Delete(DigestDocument.Place, turn.TenantId, engagement.Id);
        else turn.Documents.Save(DigestDocument.Place, turn.TenantId, engagement.Id, new LinkedPlace(here, turn.Person()));
        turn.Documents.Queue(EngagementDocument.RemindersWork, $"{turn.TenantId}/{engagement.Id}", turn.Clock.GetUtcNow());
        notice.Show(turn, Text.Title_Settings, (linked?.Installation == here ? Text.NotHereAnyMore : Text.HereFromNowOn).With(organisation));
    }
}
