namespace FastTrackBot.Cards.Templating;

internal delegate Value Evaluation(Expression[] arguments, in Scope scope, bool substitute);

/// <summary>A function or an operator of the language, under its canonical name.</summary>
internal sealed record Function(string Name, ReturnTypes Returns, Signature Signature, Evaluation Evaluate)
{
    /// <summary>A further limit of this implementation on the arguments: a reason, or null where there is nothing to object to.</summary>
    public Func<Expression[], string?>? Objection { get; init; }

    /// <summary>A function that needs the values of all its arguments and fails when one of them fails.</summary>
    public static Function Of(string name, ReturnTypes returns, Signature signature, Func<Value[], Value> compute) =>
        new(name, returns, signature, (Expression[] arguments, in Scope scope, bool substitute) =>
        {
            var values = new Value[arguments.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = arguments[i].Evaluate(scope, substitute);
                if (values[i].IsError) return values[i];
            }

            return compute(values);
        });
}

/// <summary>How many arguments, and of which types where that is known beforehand; the last type holds for all that follow.</summary>
internal sealed record Signature(int Least, int Most, params ReturnTypes[] Types)
{
    public const int Unlimited = int.MaxValue;

    public string? Objection(string name, Expression[] arguments)
    {
        if (arguments.Length < Least || arguments.Length > Most)
        {
            var expected = Least == Most ? $"{Least}" : Most == Unlimited ? $"at least {Least}" : $"{Least} to {Most}";
            return $"{name} takes {expected} argument(s), not {arguments.Length}";
        }

        for (var i = 0; i < arguments.Length && Types.Length > 0; i++)
        {
            var type = Types[Math.Min(i, Types.Length - 1)];
            var given = arguments[i].Returns;
            if (((type | given) & ReturnTypes.Any) == 0 && (type & given) == 0)
                return $"argument {i + 1} of {name}, {arguments[i]}, is {given} and not {type}";
        }

        return null;
    }
}
