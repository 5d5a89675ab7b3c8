namespace FastTrackBot.Cards.Templating;

/// <summary>Whatever is the same for all data, as the bytes it comes to.</summary>
internal sealed class StaticNode(byte[] value, byte[] items) : Node
{
    public override bool IsStatic => true;

    public static StaticNode Of(Node node) => node as StaticNode ?? new(
        JsonBytes.Of((ref JsonOutput output) => node.WriteValue(ref output, default)),
        JsonBytes.Of((ref JsonOutput output) => node.WriteItems(ref output, default)));

    public override void WriteValue(ref JsonOutput output, in Scope scope) => output.Raw(value);

    public override void WriteItems(ref JsonOutput output, in Scope scope)
    {
        if (items.Length == 0) return;
        output.Separate();
        output.Raw(items);
    }
}
