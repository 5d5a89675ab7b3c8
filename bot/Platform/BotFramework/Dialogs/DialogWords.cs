namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>The words that work at every step.</summary>
internal static class DialogWords
{
    private static readonly Phrases Back = new(Text.ResourceManager, nameof(Text.WordsBack));
    private static readonly Phrases Cancel = new(Text.ResourceManager, nameof(Text.WordsCancel));
    private static readonly Phrases Help = new(Text.ResourceManager, nameof(Text.WordsHelp));
    private static readonly Phrases Yes = new(Text.ResourceManager, nameof(Text.WordsYes));

    public static bool MeansYes(string text) => Yes.Match(text);

    public static DialogMove MoveOf(string text) =>
        Back.Match(text) ? DialogMove.Back
        : Cancel.Match(text) ? DialogMove.Cancel
        : Help.Match(text) ? DialogMove.Help
        : DialogMove.Answer;
}
