using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Dialogs;

namespace FastTrackBot.FastTrack.Questions;

/// <summary><em>ask</em> and a question: answered in any case, also in the middle of a dialog.</summary>
internal sealed class AskCommand(QuestionDesk desk, Notice notice) : Command("ask", Text.ResourceManager, nameof(Text.PhrasesAsk))
{
    private readonly Phrases _phrases = new(Text.ResourceManager, nameof(Text.PhrasesAsk));

    public override bool Understands(string text) => base.Understands(text) || _phrases.Rest(text) is not null;

    public override async ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (_phrases.Rest(dialogs.Turn.Text) is not { } question) notice.Show(dialogs.Turn, Text.Title, Text.AskHow);
        // In a dialog at once: the step is shown again below, and nothing may come after it.
        else if (dialogs.Active is null) await desk.AnswerAsync(dialogs.Turn, question, cancellationToken);
        else await desk.AnswerAtOnceAsync(dialogs.Turn, question, cancellationToken);
        if (dialogs.ActiveDialog is { } active) await active.RepromptAsync(dialogs, Text.GoesOn, cancellationToken);
    }
}
