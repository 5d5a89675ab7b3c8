using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>The questions with their answers, a page at a time. Whoever leads the newest engagement is taken to know, until somebody else is named.</summary>
public sealed class QuestionsCard(CardLibrary cards)
{
    private const int PageSize = 6;

    public async ValueTask<RawJson> FillAsync(
        TurnContext turn, TenantAssessment? assessment, TenantAnswers answers, int from, CancellationToken cancellationToken)
    {
        var engagements = await turn.Documents.ReadAllAsync(EngagementDocument.Kind, turn.TenantId, cancellationToken);
        var leader = engagements.Where(engagement => !engagement.IsClosed).MaxBy(engagement => engagement.StartedAt)?.Owner.Name ?? "";
        var questions = Questions.Of(assessment);
        from = from < questions.Count ? Math.Max(0, from) : 0;
        var rest = questions.Count - from - PageSize;
        var answered = questions.Count - Questions.Open(assessment, answers);
        var model = new QuestionsCardModel(
            Words.Language, Text.QuestionsTitle, Text.QuestionsIntro,
            answered == questions.Count ? Text.QuestionsAll : Text.QuestionsProgress.With(answered, questions.Count),
            [.. questions.Skip(from).Take(PageSize).Select(question => Row(question, assessment, answers.To(question), leader))],
            from, rest > 0 ? Text.More.With(rest) : from > 0 ? Text.First : null, rest > 0 ? from + PageSize : 0, Text.Save,
            Text.AnswerLabel, Text.AskedLabel,
            [.. Enum.GetValues<AnswerState>().Select(state => new ChoiceRow(FindingWords.Named($"Answer_{state}"), $"{state}"))]);
        return new RawJson(cards["Assessment/Questions"].Fill(model, AssessmentCardJson.Default.QuestionsCardModel));
    }

    private static QuestionRow Row(string question, TenantAssessment? assessment, Answer? answer, string leader)
    {
        var permission = assessment?.Checks.FirstOrDefault(check => check.CheckId == question)?.Permission;
        return new QuestionRow(
            question, FindingWords.Topic(question), FindingWords.Ask(question),
            answer is { State: not AnswerState.Open } ? Text.AnsweredBy.With(UserText.Escape(answer.By.Name)) : permission is null ? null : Text.NotPermitted.With(permission),
            $"{answer?.State ?? AnswerState.Open}", answer?.Asked ?? leader);
    }
}
