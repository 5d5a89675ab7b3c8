using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Welcome;

/// <summary>The card that says what the bot can do: the greeting, the answer to <em>help</em>, and to what nobody understands.</summary>
public sealed class Menu(CardLibrary cards) : Command(CommandName, Text.ResourceManager, nameof(Text.PhrasesHelp))
{
    public const string CommandName = "help";

    public override ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        Show(dialogs.Turn, notice: null);
        return ValueTask.CompletedTask;
    }

    /// <param name="notice">What was not understood; may hold Markdown, so what a person wrote comes escaped.</param>
    public void Show(TurnContext turn, string? notice) => Show(turn, Text.HelpTitle, Text.HelpIntro, notice);

    public void Greet(TurnContext turn) => Show(turn, Text.WelcomeTitle, turn.Activity.Conversation?.ConversationType switch
    {
        ConversationTypes.Channel => Text.WelcomeTeam,
        ConversationTypes.GroupChat => Text.WelcomeGroup,
        _ => Text.WelcomePersonal,
    }, notice: null);

    private void Show(TurnContext turn, string title, string intro, string? notice)
    {
        var model = new MenuCardModel(Words.Language, title, intro, notice,
        [
            new(Text.EligibilityTitle, Text.EligibilityText, Text.EligibilityButton, "eligibility"),
            new(Text.RequestTitle, Text.RequestText, Text.RequestButton, "request"),
            new(Text.AssessTitle, Text.AssessText, Text.AssessButton, "assess"),
            new(Text.StatusTitle, Text.StatusText, Text.StatusButton, "status"),
        ], Text.Footer);
        turn.Reply(new RawJson(cards["Welcome/Menu"].Fill(model, WelcomeJson.Default.MenuCardModel)), title);
    }
}
