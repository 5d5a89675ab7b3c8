using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Questions;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Extensions;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Commands;

/// <summary>Routes a turn: to the dialog that waits for an answer, to a command, to the texts that answer questions, or to the menu when nothing fits.</summary>
public sealed class FastTrackHandler(DialogSet dialogs, Intents intents, CardLibrary cards, Greeting greeting, Menu menu) : ActivityHandler
{
    private static readonly Dictionary<string, string> NoArguments = [];

    protected override async ValueTask OnMessageAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var context = await DialogContext.LoadAsync(dialogs, cards, turn, cancellationToken);
        var arguments = CardAction.Flatten(turn.Activity.Value);
        var command = arguments.TryGetValue("command", out var name) ? intents.Commands.Named(name) : intents.Commands.Understanding(turn.Text);
        // In a dialog only its own words count: an answer may look like a command with a slip in it.
        if (context.Active is null) command ??= intents.Understanding.CommandFor(turn.Text);

        if (context.ActiveDialog is { } active && (command is null || command.BeginsDialog || command.Name == Menu.CommandName))
        {
            if (command is null && await intents.Understanding.Questions.AnswerWithinAsync(context, active, cancellationToken)) return;

            // "help" in a dialog is about the step; another dialog has to wait until this one has ended.
            await (command is { BeginsDialog: true }
                ? active.RepromptAsync(context, BusyWith(active), cancellationToken)
                : context.ContinueAsync(DialogInput.Typed(turn.Text), cancellationToken));
        }
        else if (command is not null)
        {
            await command.RunAsync(context, arguments.Count > 0 ? arguments : NoArguments, cancellationToken);
        }
        else if (!await intents.Understanding.ReplyAsync(turn, cancellationToken))
        {
            menu.Show(turn, NotUnderstood(turn.Text));
        }
    }

    protected override async ValueTask OnCardActionAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        if (intents.Verbs.Find(action.Verb) is { } verb)
        {
            await verb.RunAsync(turn, action, cancellationToken);
            return;
        }

        if (action.Verb != DialogInput.Verb)
        {
            turn.Respond(InvokeResponse.Error(400, "UnknownVerb", Text.UnknownVerb));
            return;
        }

        var context = await DialogContext.LoadAsync(dialogs, cards, turn, cancellationToken);
        if (context.Active is { } active && active.Instance == action["instance"])
        {
            await context.ContinueAsync(DialogInput.Pressed(action), cancellationToken);
        }
        else
        {
            turn.Respond(InvokeResponse.Notice(Text.NotYourCard));
        }
    }

    protected override ValueTask OnInstallationUpdateAsync(TurnContext turn, CancellationToken cancellationToken) =>
        greeting.OnInstallationUpdateAsync(turn, cancellationToken);

    protected override ValueTask OnConversationUpdateAsync(TurnContext turn, CancellationToken cancellationToken) =>
        greeting.OnConversationUpdateAsync(turn, cancellationToken);

    protected override ValueTask OnFileConsentAsync(TurnContext turn, FileConsentAnswer answer, CancellationToken cancellationToken) =>
        intents.Files.AnswerAsync(turn, answer, cancellationToken);

    /// <summary>The same as a press on the buttons of a card, but for the answer: Teams shows whatever is in it as an error.</summary>
    protected override async ValueTask OnMessageFeedbackAsync(TurnContext turn, MessageFeedback feedback, CancellationToken cancellationToken)
    {
        var action = QuestionDesk.ActionOf(feedback);
        if (intents.Verbs.Find(action.Verb) is { } verb) await verb.RunAsync(turn, action, cancellationToken);
        turn.Respond(new InvokeResponse(StatusCodes.Status200OK));
    }

    protected override ValueTask OnExtensionAsync(TurnContext turn, ExtensionRequest request, CancellationToken cancellationToken) =>
        intents.Extensions.FirstOrDefault(extension => extension.Answers(request)) is { } extension
            ? extension.RunAsync(turn, request, cancellationToken)
            : NotImplemented(turn);

    private static string BusyWith(Dialog dialog) => Text.Busy.With(dialog.Title);

    private static string? NotUnderstood(string text) =>
        text.Length == 0 ? null : Text.NotUnderstood.With(UserText.Escape(text.Length > 80 ? Words.Cut(text, 80) + "…" : text));
}
