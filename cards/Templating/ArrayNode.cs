namespace FastTrackBot.Cards.Templating;

internal sealed class ArrayNode : Node
{
    private readonly Node[] _items;

    public ArrayNode(IReadOnlyList<Node> items)
    {
        IsStatic = items.All(item => item.IsStatic);
        _items = [.. items.Select(item => item.IsStatic ? StaticNode.Of(item) : item)];
    }

    public override bool IsStatic { get; }

    public override void WriteValue(ref JsonOutput output, in Scope scope)
    {
        output.Raw("["u8);
        WriteItems(ref output, scope);
        output.Raw("]"u8);
    }

    // A list within a list is flattened, as the reference does it.
    public override void WriteItems(ref JsonOutput output, in Scope scope)
    {
        foreach (var item in _items) item.WriteItems(ref output, scope);
    }
}
