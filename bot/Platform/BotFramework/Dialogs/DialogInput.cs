using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>What a person did in a dialog: pressed a button of its card, or typed.</summary>
/// <param name="Text">What was typed; null when a card was pressed on.</param>
/// <param name="Values">The inputs of the card.</param>
/// <param name="Instance">The run of the dialog that the card was made for.</param>
/// <param name="Step">The step that the card was made for.</param>
public sealed record DialogInput(DialogMove Move, string? Text, IReadOnlyDictionary<string, string> Values, string? Instance, string? Step)
{
    /// <summary>The verb of every button of a dialog's card.</summary>
    public const string Verb = "dialog";

    private static readonly Dictionary<string, string> None = [];

    public static DialogInput Typed(string text) => new(DialogWords.MoveOf(text), text, None, null, null);

    public static DialogInput Pressed(CardAction action) => new(
        action["do"] switch { "back" => DialogMove.Back, "cancel" => DialogMove.Cancel, "help" => DialogMove.Help, _ => DialogMove.Answer },
        null, action.Data, action["instance"], action["step"]);
}

public enum DialogMove
{
    Answer,
    Back,
    Cancel,
    Help,
}
