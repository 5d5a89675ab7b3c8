namespace FastTrackBot.Cards.Templating;

/// <summary>What an expression may return, as far as it is known before there is data; Any is checked when it is evaluated.</summary>
[Flags]
internal enum ReturnTypes { Boolean = 1, Number = 2, Any = 4, String = 8, Array = 16 }

/// <summary>One node of a parsed expression. Its ToString is the reference's canonical text, which shows in place of a value that fails.</summary>
internal abstract class Expression
{
    public abstract ReturnTypes Returns { get; }

    /// <param name="scope">Where names are looked up.</param>
    /// <param name="substitute">Whether a name that is not in the data gives its own text, `${name}`; else it gives nothing.</param>
    public abstract Value Evaluate(in Scope scope, bool substitute);

    public abstract override string ToString();
}

internal sealed class Constant(Value value) : Expression
{
    public Value Value { get; } = value;

    public override ReturnTypes Returns => Value.Kind switch
    {
        ValueKind.String => ReturnTypes.String,
        ValueKind.Boolean => ReturnTypes.Boolean,
        ValueKind.Number => ReturnTypes.Number,
        _ => ReturnTypes.Any,
    };

    public override Value Evaluate(in Scope scope, bool substitute) => Value;

    public override string ToString() => Value.Kind switch
    {
        ValueKind.Undefined => "undefined",
        ValueKind.Null => "null",
        ValueKind.String => $"'{Value.Text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'",
        _ => JsText.ToText(Value)!,
    };
}

/// <summary>An operator or a function with its arguments.</summary>
internal sealed class Call(Function function, Expression[] arguments) : Expression
{
    public Function Function => function;

    public Expression[] Arguments => arguments;

    public override ReturnTypes Returns => function.Returns;

    public override Value Evaluate(in Scope scope, bool substitute) => function.Evaluate(arguments, scope, substitute);

    public override string ToString() =>
        !char.IsAsciiLetter(function.Name[0]) && arguments.Length >= 2
            ? $"({string.Join<Expression>($" {function.Name} ", arguments)})"
            : $"{function.Name}({string.Join<Expression>(", ", arguments)})";
}
