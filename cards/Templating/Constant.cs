namespace FastTrackBot.Cards.Templating;

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
