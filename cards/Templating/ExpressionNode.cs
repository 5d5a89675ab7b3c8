namespace FastTrackBot.Cards.Templating;

/// <summary>A string that is one expression: it takes the value's type.</summary>
internal sealed class ExpressionNode(Binding binding) : Node
{
    public override bool IsStatic => false;

    public override void WriteValue(ref JsonOutput output, in Scope scope) => output.Value(binding.Evaluate(scope));

    public override void WriteProperty(byte[] name, ref JsonOutput output, in Scope scope)
    {
        var value = binding.Evaluate(scope);
        if (value.Kind == ValueKind.Undefined) return;
        output.Separate();
        output.Raw(name);
        output.Value(value);
    }

    // A list becomes part of the list it stands in, and null falls out of it.
    public override void WriteItems(ref JsonOutput output, in Scope scope)
    {
        var value = binding.Evaluate(scope);
        if (value.Kind == ValueKind.Null) return;
        foreach (var item in value.Kind == ValueKind.Array ? value.ToArray() : [value])
        {
            output.Separate();
            output.Value(item);
        }
    }
}
