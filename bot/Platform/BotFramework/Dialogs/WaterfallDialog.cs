using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>
/// A dialog of steps, each with one card. Which steps there are may depend on the answers so far. At every step <em>back</em>,
/// <em>cancel</em> and <em>help</em> work, pressed or typed; a wrong answer is answered with what is wrong, and stays in its field.
/// </summary>
public abstract class WaterfallDialog<TState>(string id, JsonTypeInfo<TState> json) : Dialog(id)
{
    private static readonly Dictionary<string, string> NoArguments = [];

    /// <summary>The steps that apply, given the answers so far; never empty.</summary>
    protected abstract IReadOnlyList<WaterfallStep<TState>> StepsFor(TState state, DialogContext dialogs);

    protected abstract ValueTask<TState> StartAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken);

    /// <summary>All steps are answered: saves what came of it.</summary>
    /// <returns>The last card, which takes the place of the steps.</returns>
    protected abstract ValueTask<RawJson> CompleteAsync(DialogContext dialogs, TState state, CancellationToken cancellationToken);

    public override async ValueTask BeginAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var state = await StartAsync(dialogs, arguments, cancellationToken);
        var first = StepsFor(state, dialogs)[0];
        dialogs.Push(new DialogInstance(Id, Guid.NewGuid().ToString("N"), first.Name, Write(state)));
        await ShowAsync(dialogs, state, first, new StepNotes(), cancellationToken);
    }

    /// <summary>A dialog that came in between has ended: takes up what it found out.</summary>
    protected virtual ValueTask<TState> ResumeAsync(DialogContext dialogs, TState state, CancellationToken cancellationToken) =>
        ValueTask.FromResult(state);

    public override async ValueTask ResumeAsync(DialogContext dialogs, CancellationToken cancellationToken)
    {
        var (state, step) = Current(dialogs);
        await GoToAsync(dialogs, await ResumeAsync(dialogs, state, cancellationToken), step, cancellationToken);
    }

    public override ValueTask RepromptAsync(DialogContext dialogs, string? notice, CancellationToken cancellationToken)
    {
        var (state, step) = Current(dialogs);
        return ShowAsync(dialogs, state, step, new StepNotes(Notice: notice), cancellationToken);
    }

    public override async ValueTask ContinueAsync(DialogContext dialogs, DialogInput input, CancellationToken cancellationToken)
    {
        var (state, step) = Current(dialogs);
        if (input.Instance is not null && (input.Instance != dialogs.Active!.Instance || input.Step != step.Name))
        {
            // An old card, or the same press delivered twice: the answer is where the dialog really is.
            await ShowAsync(dialogs, state, step, new StepNotes(Notice: Text.StaleCard), cancellationToken);
            return;
        }

        switch (input.Move)
        {
            case DialogMove.Cancel:
                await CancelAsync(dialogs, cancellationToken);
                break;
            case DialogMove.Back:
                await BackAsync(dialogs, state, step, cancellationToken);
                break;
            case DialogMove.Help:
                await ShowAsync(dialogs, state, step, new StepNotes(Notice: StepCard.HelpFor(step.Ask(state))), cancellationToken);
                break;
            default:
                await AcceptAsync(dialogs, state, step, input, cancellationToken);
                break;
        }
    }

    private async ValueTask AcceptAsync(
        DialogContext dialogs, TState state, WaterfallStep<TState> step, DialogInput input, CancellationToken cancellationToken)
    {
        var prompt = step.Ask(state);
        if (input.Text is { } words && prompt.Fields.Count == 0 && !DialogWords.MeansYes(words))
        {
            // Nothing to fill in is a question to be confirmed: a remark, or a "no", must not pass for a yes.
            await ShowAsync(dialogs, state, step, new StepNotes(Notice: Text.NotConfirmed), cancellationToken);
            return;
        }

        var answer = input.Text is { } text ? TypedAnswer.Read(prompt, text) : new Answer(input.Values);
        var result = await step.AcceptAsync(state, answer, cancellationToken);
        if (result.Problem is { } problem)
        {
            await ShowAsync(dialogs, state, step, new StepNotes(Problem: problem, Entered: answer), cancellationToken);
            return;
        }

        var steps = StepsFor(result.State, dialogs);
        var next = IndexOf(steps, step.Name) + (result.Stay ? 0 : 1);
        if (result.Begin is { } other)
        {
            dialogs.Replace(dialogs.Active! with { Step = steps[next].Name, State = Write(result.State) });
            await dialogs.BeginAsync(other, NoArguments, cancellationToken);
            return;
        }

        if (next < steps.Count)
        {
            await GoToAsync(dialogs, result.State, steps[next], cancellationToken);
            return;
        }

        var card = await CompleteAsync(dialogs, result.State, cancellationToken);
        await dialogs.ShowLastAsync(card, Title, () => StepCard.Shrunk(dialogs.Cards, Title, Text.ContinuedBelow), cancellationToken);
        await dialogs.EndAsync(cancellationToken);
    }

    private ValueTask BackAsync(DialogContext dialogs, TState state, WaterfallStep<TState> step, CancellationToken cancellationToken)
    {
        var steps = StepsFor(state, dialogs);
        var previous = IndexOf(steps, step.Name) - 1;
        return previous < 0
            ? ShowAsync(dialogs, state, step, new StepNotes(Notice: Text.NoStepBefore), cancellationToken)
            : GoToAsync(dialogs, state, steps[previous], cancellationToken);
    }

    private async ValueTask CancelAsync(DialogContext dialogs, CancellationToken cancellationToken)
    {
        var card = StepCard.Shrunk(dialogs.Cards, Title, Text.Cancelled);
        await dialogs.ShowLastAsync(card, Title, () => StepCard.Shrunk(dialogs.Cards, Title, Text.ContinuedBelow), cancellationToken);
        await dialogs.EndAsync(cancellationToken);
    }

    private ValueTask GoToAsync(DialogContext dialogs, TState state, WaterfallStep<TState> step, CancellationToken cancellationToken)
    {
        dialogs.Replace(dialogs.Active! with { Step = step.Name, State = Write(state) });
        return ShowAsync(dialogs, state, step, new StepNotes(), cancellationToken);
    }

    private ValueTask ShowAsync(
        DialogContext dialogs, TState state, WaterfallStep<TState> step, StepNotes notes, CancellationToken cancellationToken)
    {
        var steps = StepsFor(state, dialogs);
        var position = new StepPosition(Title, dialogs.Active!.Instance, step.Name, IndexOf(steps, step.Name) + 1, steps.Count);
        var card = StepCard.Fill(dialogs.Cards, position, step.Ask(state), notes);
        return dialogs.ShowAsync(card, Title, () => StepCard.Shrunk(dialogs.Cards, Title, Text.ContinuedBelow), cancellationToken);
    }

    private (TState State, WaterfallStep<TState> Step) Current(DialogContext dialogs)
    {
        var instance = dialogs.Active!;
        var state = JsonSerializer.Deserialize(instance.State.Utf8.Span, json)!;
        var steps = StepsFor(state, dialogs);
        return (state, steps[Math.Max(0, IndexOf(steps, instance.Step))]);
    }

    private static int IndexOf(IReadOnlyList<WaterfallStep<TState>> steps, string name)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Name == name) return i;
        }

        // A step that a newer version dropped: its dialog starts over, with all answers kept.
        return -1;
    }

    private RawJson Write(TState state) => new(JsonSerializer.SerializeToUtf8Bytes(state, json));
}
