namespace FastTrackBot.Cards.Templating;

internal delegate Value Evaluation(Expression[] arguments, in Scope scope, bool substitute);

/// <summary>A function or an operator of the language, under its canonical name.</summary>
internal sealed record Function(string Name, ReturnTypes Returns, Signature Signature, Evaluation Evaluate)
{
    /// <summary>A further limit of this implementation on the arguments: a reason, or null where there is nothing to object to.</summary>
    public Func<Expression[], string?>? Objection { get; init; }

    /// <summary>A function of the values of all its arguments; it fails at the first that fails or is not what is wanted.</summary>
    public static Function Of(string name, ReturnTypes returns, Signature signature, Func<Value[], Value> compute, Wanted? wanted = null) =>
        new(name, returns, signature, (Expression[] arguments, in Scope scope, bool substitute) =>
        {
            var values = new Value[arguments.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = arguments[i].Evaluate(scope, substitute);
                if (values[i].IsError) return Value.Fail(values[i].Reason);
                if (wanted?.Suits(values[i]) == false) return wanted.Failure;
            }

            return compute(values);
        });
}
