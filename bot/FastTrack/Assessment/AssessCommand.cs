using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Dialogs;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>Has the tenant read in the background; a card shows how far it is, and then the result.</summary>
public sealed class AssessCommand(AssessmentAccess access, AssessmentRunner runner, AssessmentCard card, Notice notice)
    : Command("assess", Text.ResourceManager, nameof(Text.PhrasesAssess))
{
    public override async ValueTask RunAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        if (!access.MayOrTell(turn)) return;

        var now = turn.Clock.GetUtcNow();
        var earlier = await turn.Documents.ReadAsync(AssessmentRun.Kind, turn.TenantId, AssessmentRun.Id, cancellationToken);
        if (earlier?.IsUnderWay(now) == true && earlier.To.ConversationId == turn.Conversation.ConversationId)
        {
            notice.Show(turn, Text.Title, Text.UnderWay);
            return;
        }

        // Somebody else asked meanwhile: the run goes on, and the one who asked last sees its result.
        var run = earlier?.IsUnderWay(now) == true
            ? earlier with { By = turn.Person(), To = turn.Conversation }
            : new AssessmentRun(Guid.NewGuid().ToString("N"), turn.Person(), turn.Conversation, now);
        turn.Documents.Save(AssessmentRun.Kind, turn.TenantId, AssessmentRun.Id, run);
        turn.Documents.Queue(AssessmentWork.KindName, turn.TenantId, now);
        turn.Reply(card.FillProgress(0, runner.Checks), Text.Progress_Summary, AssessmentCard.PostedName);
    }
}
