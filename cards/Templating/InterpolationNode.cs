namespace FastTrackBot.Cards.Templating;

/// <summary>A string with expressions in it: always a string.</summary>
internal sealed class InterpolationNode(Binding binding, Interpolation text) : Node
{
    public override bool IsStatic => text.Literal is not null;

    public override void WriteValue(ref JsonOutput output, in Scope scope)
    {
        try
        {
            text.Write(ref output, scope);
        }
        catch (EvaluationFault fault)
        {
            throw binding.Failure(fault.Message);
        }
    }

    public override void WriteItems(ref JsonOutput output, in Scope scope)
    {
        output.Separate();
        WriteValue(ref output, scope);
    }
}
