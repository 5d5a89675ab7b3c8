using FastTrackBot.Cards;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>Where in a dialog a card belongs.</summary>
public sealed record StepPosition(string Dialog, string Instance, string Step, int Number, int Count);

/// <summary>What has to be said beside the question itself.</summary>
/// <param name="Problem">What is wrong with the last answer.</param>
/// <param name="Entered">The last answer, kept in its fields.</param>
public sealed record StepNotes(string? Notice = null, string? Problem = null, Answer? Entered = null);

/// <summary>Fills the card of a step.</summary>
internal static class StepCard
{
    /// <summary>Strokes of the progress bar: fits the narrowest phone.</summary>
    private const int BarLength = 24;

    public static RawJson Fill(CardLibrary cards, StepPosition position, Prompt prompt, StepNotes notes)
    {
        var progress = Text.Progress.With(position.Number, position.Count);
        var model = new StepCardModel
        {
            Lang = Words.Language,
            Speak = $"{position.Dialog}. {progress}. {prompt.Question}",
            Title = position.Dialog,
            Progress = progress,
            Done = new string('━', BarLength * position.Number / position.Count),
            Ahead = new string('━', BarLength - (BarLength * position.Number / position.Count)),
            Question = prompt.Question,
            Explanation = prompt.Explanation,
            Notice = notes.Notice,
            Problem = notes.Problem,
            Facts = prompt.Facts,
            Fields = [.. prompt.Fields.Select(field => FieldModel.Of(field, notes.Entered))],
            Example = ExampleOf(prompt),
            Next = prompt.NextTitle ?? Text.Next,
            Back = position.Number > 1 ? Text.Back : null,
            Cancel = Text.Cancel,
            Help = Text.Help,
            Verb = DialogInput.Verb,
            Instance = position.Instance,
            Step = position.Step,
        };
        return new RawJson(cards["Platform/Step"].Fill(model, DialogJson.Default.StepCardModel));
    }

    /// <summary>One line that stands where a step's card was.</summary>
    public static RawJson Shrunk(CardLibrary cards, string title, string text) =>
        new(cards["Platform/Shrunk"].Fill(new ShrunkCardModel(Words.Language, title, text), DialogJson.Default.ShrunkCardModel));

    public static string HelpFor(Prompt prompt) => string.Join("\n\n",
        new[]
        {
            prompt.Explanation,
            ExampleOf(prompt),
            Text.HelpAtAStep,
        }.Where(part => part is not null));

    private static string? ExampleOf(Prompt prompt) =>
        prompt.Fields.Count == 0 ? Text.OrTypeYes
        : prompt.Example is { } example ? Text.OrType.With(example)
        : null;
}
