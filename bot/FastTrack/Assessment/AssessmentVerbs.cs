using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>Shows another page of the findings.</summary>
public sealed class AssessmentShow(AssessmentAccess access, AssessmentCard card) : CardVerb("assessment.show")
{
    public override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        var assessment = access.May(turn)
            ? await turn.Documents.ReadAsync(TenantAssessmentDocument.Kind, turn.TenantId, TenantAssessmentDocument.Id, cancellationToken)
            : null;
        if (assessment is null)
        {
            turn.Respond(InvokeResponse.Error(404, "NotYours", Text.NotYours));
            return;
        }

        var answers = await turn.Documents.ReadAsync(TenantAnswersDocument.Kind, turn.TenantId, TenantAnswersDocument.Id, cancellationToken) ?? TenantAnswers.None;
        var from = action.Number("from") ?? 0;
        turn.Respond(InvokeResponse.Card(card.Fill(assessment, answers, from)));
    }
}

/// <summary>Keeps what somebody found out, and shows the questions as they are now.</summary>
public sealed class QuestionsSave(AssessmentAccess access, QuestionsCard card) : CardVerb("questions.save")
{
    private const int LongestName = 80;

    public override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        if (!await access.MayAnswerAsync(turn, cancellationToken))
        {
            turn.Respond(InvokeResponse.Error(404, "NotYours", Text.NotYours));
            return;
        }

        var assessment = await turn.Documents.ReadAsync(TenantAssessmentDocument.Kind, turn.TenantId, TenantAssessmentDocument.Id, cancellationToken);
        var before = await turn.Documents.ReadAsync(TenantAnswersDocument.Kind, turn.TenantId, TenantAnswersDocument.Id, cancellationToken) ?? TenantAnswers.None;
        var answers = Questions.Of(assessment).Aggregate(before, (all, question) => Read(turn, action, all, question));
        if (answers != before)
        {
            turn.Documents.Save(TenantAnswersDocument.Kind, turn.TenantId, TenantAnswersDocument.Id, answers);
            if (assessment is not null)
                turn.Documents.Save(TenantAssessmentDocument.Kind, turn.TenantId, TenantAssessmentDocument.Id, Rules.AnswerRules.Apply(assessment, answers.All));
        }

        var from = action.Number("from") ?? 0;
        turn.Respond(InvokeResponse.Card(await card.FillAsync(turn, assessment, answers, from, cancellationToken)));
    }

    /// <summary>A question that the card does not show, or that looks the same as before, stays as it is.</summary>
    private static TenantAnswers Read(TurnContext turn, CardAction action, TenantAnswers answers, string question)
    {
        if (!Enum.TryParse<AnswerState>(action[$"state-{question}"], out var state) || !Enum.IsDefined(state)) return answers;
        var asked = TypedText.Clean(action[$"asked-{question}"], LongestName) ?? "";
        var known = answers.To(question);
        return known?.State == state && known.Asked == asked || known is null && state == AnswerState.Open
            ? answers
            : answers.With(new Answer(question, state, asked, turn.Person(), turn.Clock.GetUtcNow()));
    }
}
