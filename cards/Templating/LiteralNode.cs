namespace FastTrackBot.Cards.Templating;

/// <summary>A literal of the template that is neither object nor array.</summary>
internal sealed class LiteralNode(Value value) : Node
{
    public override bool IsStatic => true;

    public override void WriteValue(ref JsonOutput output, in Scope scope) => output.Value(value);

    public override void WriteItems(ref JsonOutput output, in Scope scope)
    {
        if (value.Kind == ValueKind.Null) return;
        output.Separate();
        output.Value(value);
    }
}
