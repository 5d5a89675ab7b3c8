using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Dialogs;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>What only people can answer, to be answered.</summary>
public sealed class QuestionsCommand(AssessmentAccess access, QuestionsCard card) : Command("questions", Text.ResourceManager, nameof(Text.PhrasesQuestions))
{
    public override async ValueTask RunAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        if (!await access.MayAnswerAsync(turn, cancellationToken) && !access.MayOrTell(turn)) return;
        var assessment = await turn.Documents.ReadAsync(TenantAssessmentDocument.Kind, turn.TenantId, TenantAssessmentDocument.Id, cancellationToken);
        var answers = await turn.Documents.ReadAsync(TenantAnswersDocument.Kind, turn.TenantId, TenantAnswersDocument.Id, cancellationToken) ?? TenantAnswers.None;
        turn.Reply(await card.FillAsync(turn, assessment, answers, from: 0, cancellationToken), Text.QuestionsTitle);
    }
}
