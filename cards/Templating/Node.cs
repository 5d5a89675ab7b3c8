namespace FastTrackBot.Cards.Templating;

/// <summary>A piece of a compiled template that can write itself.</summary>
internal abstract class Node
{
    /// <summary>Whether it writes the same whatever the data.</summary>
    public abstract bool IsStatic { get; }

    /// <summary>As the value of a property, or as the whole card: exactly one JSON value.</summary>
    public abstract void WriteValue(ref JsonOutput output, in Scope scope);

    /// <summary>As an element of an array: as many JSON values as it comes to, none where it comes to null.</summary>
    public abstract void WriteItems(ref JsonOutput output, in Scope scope);

    /// <param name="name">The quoted name with its colon.</param>
    public virtual void WriteProperty(byte[] name, ref JsonOutput output, in Scope scope)
    {
        output.Separate();
        output.Raw(name);
        WriteValue(ref output, scope);
    }
}

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
