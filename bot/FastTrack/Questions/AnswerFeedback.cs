using FastTrackBot.FastTrack.Questions.Knowledge;

namespace FastTrackBot.FastTrack.Questions;

/// <summary>Feedback on answers, by the passage that was quoted.</summary>
internal sealed class AnswerFeedback(KnowledgeIndex index) : FeedbackKind("answer")
{
    public override string? TitleOf(string id) =>
        id == AnswerCard.Unknown ? Text.Unknown_Title : index.Find(id, QuestionLanguage.OfLocale(System.Globalization.CultureInfo.CurrentUICulture.Name))?.Heading;
}
