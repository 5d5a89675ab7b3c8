namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>One step: what it asks, given all answers so far, and what becomes of its answer.</summary>
/// <param name="Name">Kept in the state, so that a deployment that adds steps does not move people.</param>
public sealed record WaterfallStep<TState>(
    string Name,
    Func<TState, Prompt> Ask,
    Func<TState, Answer, CancellationToken, ValueTask<StepResult<TState>>> AcceptAsync)
{
    public WaterfallStep(string name, Func<TState, Prompt> ask, Func<TState, Answer, StepResult<TState>> accept)
        : this(name, ask, (state, answer, _) => ValueTask.FromResult(accept(state, answer)))
    {
    }
}

/// <summary>What a step made of an answer: the state to go on with, or what is wrong, with an example.</summary>
/// <param name="Begin">Another dialog that comes in between; this one goes on with its next step when that has ended.</param>
/// <param name="Stay">Shows the same step again with the new state, e.g. with what a search found.</param>
public readonly record struct StepResult<TState>(TState State, string? Problem = null, bool Stay = false, string? Begin = null)
{
    public static implicit operator StepResult<TState>(TState state) => new(state);
}

public static class StepResult
{
    /// <summary>The answer to a choice is none of those that were offered.</summary>
    /// <param name="example">One of them, as a person would type it.</param>
    public static StepResult<TState> NoSuchChoice<TState>(TState state, string example) => new(state, Text.NoSuchChoice.With(example));
}
