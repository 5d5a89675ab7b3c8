using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>
/// A dialog of steps, each with one card. Which steps there are may depend on the answers so far. At every step <em>back</em>,
/// <em>cancel</em> and <em>help</em> work, pressed or typed; a wrong answer is answered with what is wrong, and stays in its field.
/// </summary>
public abstract class WaterfallDialog<TState>(string id, Func<JsonTypeInfo<TState>> json) : Dialog(id)
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
        var first = new Place(state, StepsFor(state, dialogs), 0);
        dialogs.Push(new DialogInstance(Id, Guid.NewGuid().ToString("N"), first.Step.Name, Write(state)));
        await ShowAsync(dialogs, first, new StepNotes(), cancellationToken);
    }

    /// <summary>A dialog that came in between has ended: takes up what it found out.</summary>
    protected virtual ValueTask<TState> ResumeAsync(DialogContext dialogs, TState state, CancellationToken cancellationToken) =>
        ValueTask.FromResult(state);

    public override async ValueTask ResumeAsync(DialogContext dialogs, CancellationToken cancellationToken)
    {
        var place = Current(dialogs);
        var state = await ResumeAsync(dialogs, place.State, cancellationToken);
        await GoToAsync(dialogs, PlaceOf(dialogs, state, place.Step.Name), cancellationToken);
    }

    public override ValueTask RepromptAsync(DialogContext dialogs, string? notice, CancellationToken cancellationToken) =>
        ShowAsync(dialogs, Current(dialogs), new StepNotes(Notice: notice), cancellationToken);

    public override bool TakesProse(DialogContext dialogs)
    {
        var place = Current(dialogs);
        return place.Step.Ask(place.State).Fields.Any(field => field.Kind == FieldKind.LongText);
    }

    public override async ValueTask ContinueAsync(DialogContext dialogs, DialogInput input, CancellationToken cancellationToken)
    {
        var place = Current(dialogs);
        if (input.Instance is not null && (input.Instance != dialogs.Active!.Instance || input.Step != place.Step.Name))
        {
            // An old card, or the same press delivered twice: the answer is where the dialog really is.
            await ShowAsync(dialogs, place, new StepNotes(Notice: Text.StaleCard), cancellationToken);
            return;
        }

        switch (input.Move)
        {
            case DialogMove.Cancel:
                await CancelAsync(dialogs, cancellationToken);
                break;
            case DialogMove.Back when place.Index == 0:
                await ShowAsync(dialogs, place, new StepNotes(Notice: Text.NoStepBefore), cancellationToken);
                break;
            case DialogMove.Back:
                await GoToAsync(dialogs, place with { Index = place.Index - 1 }, cancellationToken);
                break;
            case DialogMove.Help:
                await ShowAsync(dialogs, place, new StepNotes(Notice: StepCard.HelpFor(place.Step.Ask(place.State))), cancellationToken);
                break;
            default:
                await AcceptAsync(dialogs, place, input, cancellationToken);
                break;
        }
    }

    private async ValueTask AcceptAsync(DialogContext dialogs, Place place, DialogInput input, CancellationToken cancellationToken)
    {
        var prompt = input.Text is null ? null : place.Step.Ask(place.State);
        if (prompt is { Fields.Count: 0 } && !DialogWords.MeansYes(input.Text!))
        {
            // Nothing to fill in is a question to be confirmed: a remark, or a "no", must not pass for a yes.
            await ShowAsync(dialogs, place, new StepNotes(Notice: Text.NotConfirmed), cancellationToken);
            return;
        }

        var answer = prompt is null ? new Answer(input.Values) : TypedAnswer.Read(prompt, input.Text!);
        var result = await place.Step.AcceptAsync(place.State, answer, cancellationToken);
        if (result.Problem is { } problem)
        {
            await ShowAsync(dialogs, place, new StepNotes(Problem: problem, Entered: answer), cancellationToken);
            return;
        }

        var next = PlaceOf(dialogs, result.State, place.Step.Name, offset: result.Stay ? 0 : 1);
        if (result.Begin is { } other)
        {
            dialogs.Replace(dialogs.Active! with { Step = next.Step.Name, State = Write(next.State) });
            await dialogs.BeginAsync(other, NoArguments, cancellationToken);
        }
        else if (next.IsPastTheEnd)
        {
            var card = await CompleteAsync(dialogs, result.State, cancellationToken);
            await LeaveAsync(dialogs, card, cancellationToken);
        }
        else
        {
            await GoToAsync(dialogs, next, cancellationToken);
        }
    }

    private ValueTask CancelAsync(DialogContext dialogs, CancellationToken cancellationToken) =>
        LeaveAsync(dialogs, StepCard.Shrunk(dialogs.Cards, Title, Text.Cancelled), cancellationToken);

    private async ValueTask LeaveAsync(DialogContext dialogs, RawJson lastCard, CancellationToken cancellationToken)
    {
        await dialogs.ShowLastAsync(lastCard, Title, () => StepCard.Shrunk(dialogs.Cards, Title, Text.ContinuedBelow), cancellationToken);
        await dialogs.EndAsync(cancellationToken);
    }

    private ValueTask GoToAsync(DialogContext dialogs, Place place, CancellationToken cancellationToken)
    {
        dialogs.Replace(dialogs.Active! with { Step = place.Step.Name, State = Write(place.State) });
        return ShowAsync(dialogs, place, new StepNotes(), cancellationToken);
    }

    private ValueTask ShowAsync(DialogContext dialogs, Place place, StepNotes notes, CancellationToken cancellationToken)
    {
        var position = new StepPosition(Title, dialogs.Active!.Instance, place.Step.Name, place.Index + 1, place.Steps.Count);
        var card = StepCard.Fill(dialogs.Cards, position, place.Step.Ask(place.State), notes);
        return dialogs.ShowAsync(card, Title, () => StepCard.Shrunk(dialogs.Cards, Title, Text.ContinuedBelow), cancellationToken);
    }

    private Place Current(DialogContext dialogs)
    {
        var instance = dialogs.Active!;
        return PlaceOf(dialogs, JsonSerializer.Deserialize(instance.State.Utf8.Span, json())!, instance.Step);
    }

    /// <summary>A step that a newer version of the bot dropped, or that no longer applies, is the first one: all answers are kept.</summary>
    private Place PlaceOf(DialogContext dialogs, TState state, string step, int offset = 0)
    {
        var steps = StepsFor(state, dialogs);
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Name == step) return new Place(state, steps, i + offset);
        }

        return new Place(state, steps, 0);
    }

    private RawJson Write(TState state) => new(JsonSerializer.SerializeToUtf8Bytes(state, json()));

    /// <summary>Where the dialog stands.</summary>
    private readonly record struct Place(TState State, IReadOnlyList<WaterfallStep<TState>> Steps, int Index)
    {
        public WaterfallStep<TState> Step => Steps[Index];

        public bool IsPastTheEnd => Index >= Steps.Count;
    }
}
