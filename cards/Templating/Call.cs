namespace FastTrackBot.Cards.Templating;

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
