using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>Reminds whoever may answer of the questions that an assessment left open.</summary>
public sealed class QuestionsStatus(AssessmentAccess access, Notice notice) : StatusPart
{
    public override async ValueTask<bool> ShowAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!await access.MayAnswerAsync(turn, cancellationToken)) return false;
        var assessment = await turn.Documents.ReadAsync(TenantAssessmentDocument.Kind, turn.TenantId, TenantAssessmentDocument.Id, cancellationToken);
        if (assessment is null) return false;
        var answers = await turn.Documents.ReadAsync(TenantAnswersDocument.Kind, turn.TenantId, TenantAnswersDocument.Id, cancellationToken) ?? TenantAnswers.None;
        var open = Questions.Open(assessment, answers);
        if (open > 0) notice.Show(turn, Text.QuestionsTitle, Text.QuestionsWaiting.With(open));
        return open > 0;
    }
}
