namespace FastTrackBot.Cards.Templating;

/// <summary>An expression at its place in a template, so that a failure can say where it happened.</summary>
internal sealed class Binding(string template, string path, string text, Expression expression)
{
    public Expression Expression => expression;

    /// <exception cref="CardTemplateException">The data do not suit the expression.</exception>
    public Value Evaluate(in Scope scope)
    {
        try
        {
            var value = expression.Evaluate(scope, substitute: true);
            return value.IsError ? throw Failure(value.Reason) : value;
        }
        catch (EvaluationFault fault)
        {
            throw Failure(fault.Message);
        }
    }

    /// <summary>For `$when`: anything but the value true means no.</summary>
    public bool Holds(in Scope scope)
    {
        try
        {
            return expression.Evaluate(scope, substitute: false) is { Kind: ValueKind.Boolean, IsTrue: true };
        }
        catch (EvaluationFault fault)
        {
            throw Failure(fault.Message);
        }
    }

    public CardTemplateException Failure(string reason) => new(template, path, text, reason);
}
