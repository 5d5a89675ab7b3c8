using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>Feedback on the model's answers, all of them together: which one was meant is not kept, as the question is not either.</summary>
internal sealed class ModelFeedback() : FeedbackKind(KindName)
{
    private const string KindName = "model";
    private const string Subject = "answers";

    public override string? TitleOf(string id) => id == Subject ? Text.Feedback_Title : null;

    /// <summary>The press on a card's button that amounts to the same.</summary>
    public static CardAction ActionOf(MessageFeedback feedback)
    {
        Dictionary<string, string> data = new(StringComparer.Ordinal) { ["kind"] = KindName, ["subject"] = Subject, ["helpful"] = feedback.IsHelpful ? "true" : "false" };
        if (feedback.Word is { Length: > 0 } word) data["word"] = word;
        return new CardAction("feedback", data);
    }
}
