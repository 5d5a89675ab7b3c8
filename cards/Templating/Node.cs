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
