namespace FastTrackBot.Cards.Templating;

/// <summary>Decisions and comparisons. To all of them a name that is not in the data is nothing; most failures count as false.</summary>
internal static class LogicFunctions
{
    private static readonly Signature One = new(1, 1);
    private static readonly Signature Two = new(2, 2);
    private static readonly Signature Many = new(1, Signature.Unlimited);

    public static IEnumerable<Entry> All =>
    [
        new(new("if", ReturnTypes.Any, new(3, 3), If)),
        new(new("!", ReturnTypes.Boolean, One, Not), "not"),
        new(new("&&", ReturnTypes.Boolean, Many, And), "and"),
        new(new("||", ReturnTypes.Boolean, Many, Or), "or"),
        new(new("==", ReturnTypes.Boolean, Two, Equals), "equals"),
        new(new("!=", ReturnTypes.Boolean, Two, NotEquals)),
        new(Comparison("<", sign => sign < 0), "less"),
        new(Comparison("<=", sign => sign <= 0), "lessOrEquals"),
        new(Comparison(">", sign => sign > 0), "greater"),
        new(Comparison(">=", sign => sign >= 0), "greaterOrEquals"),
        new(new("empty", ReturnTypes.Boolean, One, Empty)),
        new(new("exists", ReturnTypes.Boolean, One, Exists)),
        new(new("bool", ReturnTypes.Boolean, One, Bool)),
        new(Function.Of("coalesce", ReturnTypes.Any, Many, values => values.FirstOrDefault(value => !value.IsNullish)), "??"),
    ];

    private static Value If(Expression[] arguments, in Scope scope, bool substitute)
    {
        var condition = arguments[0].Evaluate(scope, false);
        return arguments[!condition.IsError && condition.IsTrue ? 1 : 2].Evaluate(scope, substitute);
    }

    private static Value Not(Expression[] arguments, in Scope scope, bool substitute)
    {
        var value = arguments[0].Evaluate(scope, false);
        return Value.Of(value.IsError || !value.IsTrue);
    }

    private static Value And(Expression[] arguments, in Scope scope, bool substitute)
    {
        foreach (var argument in arguments)
        {
            var value = argument.Evaluate(scope, false);
            if (value.IsError || !value.IsTrue) return Value.Of(false);
        }

        return Value.Of(true);
    }

    // Where nothing is true, the reference gives the last value as it is, be it null or nothing.
    private static Value Or(Expression[] arguments, in Scope scope, bool substitute)
    {
        var last = Value.Of(false);
        foreach (var argument in arguments)
        {
            last = argument.Evaluate(scope, false);
            if (last.IsError) last = last.Meanwhile;
            else if (last.IsTrue) return Value.Of(true);
        }

        return last;
    }

    private static Value Equals(Expression[] arguments, in Scope scope, bool substitute)
    {
        var left = arguments[0].Evaluate(scope, false);
        if (left.IsError) return Value.Of(false);
        var right = arguments[1].Evaluate(scope, false);
        return Value.Of(!right.IsError && Equality.AreEqual(left, right));
    }

    private static Value NotEquals(Expression[] arguments, in Scope scope, bool substitute)
    {
        var left = arguments[0].Evaluate(scope, false);
        if (left.IsError) return Value.Of(false);
        var right = arguments[1].Evaluate(scope, false);
        return Value.Of(!right.IsError && !Equality.AreEqual(left, right));
    }

    private static Function Comparison(string name, Func<int, bool> holds) =>
        new(name, ReturnTypes.Boolean, Two, (Expression[] arguments, in Scope scope, bool substitute) =>
        {
            var left = arguments[0].Evaluate(scope, false);
            if (left.IsError || left.IsNullish) return Value.Of(false);
            var right = arguments[1].Evaluate(scope, false);
            if (right.IsError || right.IsNullish) return Value.Of(false);
            if (left.IsNumber && right.IsNumber) return Value.Of(holds(left.Number.CompareTo(right.Number)));
            if (left.Kind == ValueKind.String && right.Kind == ValueKind.String)
                return Value.Of(holds(string.CompareOrdinal(left.Text, right.Text)));
            return Value.Fail("only two numbers or two texts can be compared", ValueKind.Boolean);
        });

    private static Value Empty(Expression[] arguments, in Scope scope, bool substitute)
    {
        var value = arguments[0].Evaluate(scope, false);
        return Value.Of(value.IsNullish || (value.Kind is ValueKind.String or ValueKind.Array or ValueKind.Object && value.Count == 0));
    }

    private static Value Exists(Expression[] arguments, in Scope scope, bool substitute)
    {
        var value = arguments[0].Evaluate(scope, false);
        return Value.Of(!value.IsError && !value.IsNullish);
    }

    private static Value Bool(Expression[] arguments, in Scope scope, bool substitute)
    {
        var value = arguments[0].Evaluate(scope, false);
        if (value.IsError) return Value.Of(false);
        if (value.Kind == ValueKind.Number) return Value.Of(value.Number != 0);
        var saysFalse = JsText.ToText(value)?.Contains("false", StringComparison.OrdinalIgnoreCase) ?? false;
        return Value.Of(!saysFalse && value.IsTrue);
    }
}
