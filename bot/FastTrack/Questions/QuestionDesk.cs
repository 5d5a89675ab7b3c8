using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.FastTrack.Questions.Model;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Questions;

/// <summary>Answers what people ask in their own words, as far as the texts go.</summary>
public sealed class QuestionDesk(KnowledgeIndex index, AnswerCard card, WhomToAsk whom, ModelQuestions model)
{
    /// <summary>Answers a text that is no command: with a passage, or, where it asks something, by saying that the bot does not know.</summary>
    /// <returns>False where it is no question, or not for the bot.</returns>
    public async ValueTask<bool> ReplyAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (IsSpokenTo(turn) && QuestionShape.IsWorthAModel(turn.Text) && await model.TakeAsync(turn, turn.Text, cancellationToken)) return true;
        var asks = QuestionShape.IsQuestion(turn.Text);
        if ((asks || QuestionShape.IsWords(turn.Text)) && await TryAnswerAsync(turn, turn.Text, cancellationToken)) return true;
        if (!IsSpokenTo(turn) || !asks) return false;
        await AnswerAtOnceAsync(turn, turn.Text, cancellationToken);
        return true;
    }

    /// <summary>Answers what was asked: with a model, where there is one, after the turn.</summary>
    public async ValueTask AnswerAsync(TurnContext turn, string question, CancellationToken cancellationToken)
    {
        if (!await model.TakeAsync(turn, question, cancellationToken)) await AnswerAtOnceAsync(turn, question, cancellationToken);
    }

    /// <summary>Answers with a passage, or says that the bot does not know.</summary>
    public async ValueTask AnswerAtOnceAsync(TurnContext turn, string question, CancellationToken cancellationToken)
    {
        if (await TryAnswerAsync(turn, question, cancellationToken)) return;
        turn.Reply(card.FillUnknown(question, await whom.SayAsync(turn, AskWhom.Specialist, cancellationToken)), Text.Unknown_Title);
    }

    /// <returns>False where nothing fits.</returns>
    private async ValueTask<bool> TryAnswerAsync(TurnContext turn, string question, CancellationToken cancellationToken)
    {
        if (!IsSpokenTo(turn)) return false;
        var language = QuestionLanguage.Of(question, turn.Culture.Name);
        if (Find(question, language) is not { } answer) return false;
        turn.Reply(card.Fill(answer, language, await whom.SayAsync(turn, answer.Best.Ask, cancellationToken)), answer.Best.Heading);
        return true;
    }

    private FoundAnswer? Find(string question, string language) =>
        AnswerRules.Choose(index.Search(question, language, AnswerRules.MostPassages), SearchSettings.Default.Known);

    /// <summary>A question in the middle of a dialog: it is answered, and the step is shown again below.</summary>
    /// <returns>False where the text is rather an answer to the step.</returns>
    public async ValueTask<bool> AnswerWithinAsync(DialogContext dialogs, Dialog active, CancellationToken cancellationToken)
    {
        if (active.TakesProse(dialogs) || !QuestionShape.IsSurelyQuestion(dialogs.Turn.Text)) return false;
        if (!await TryAnswerAsync(dialogs.Turn, dialogs.Turn.Text, cancellationToken)) return false;
        await active.RepromptAsync(dialogs, Text.GoesOn, cancellationToken);
        return true;
    }

    /// <summary>Whether a text that is no command asks something.</summary>
    public static bool IsQuestion(string text) => QuestionShape.IsQuestion(text);

    /// <summary>The language of the twelve that a text is in.</summary>
    public static string LanguageOf(TurnContext turn) => QuestionLanguage.Of(turn.Text, turn.Culture.Name);

    /// <summary>What a press on the thumbs below a model's answer amounts to.</summary>
    public static CardAction ActionOf(MessageFeedback feedback) => ModelFeedback.ActionOf(feedback);

    /// <summary>Whoever writes in a group without the bot's name speaks to the others.</summary>
    private static bool IsSpokenTo(TurnContext turn) => turn.IsPersonal || turn.IsMentioned;
}
