namespace FastTrackBot.Cards.Templating;

/// <summary>What an expression may return, as far as it is known before there is data; Any is checked when it is evaluated.</summary>
[Flags]
internal enum ReturnTypes { Boolean = 1, Number = 2, Any = 4, String = 8, Array = 16 }

/// <summary>
/// One node of a parsed expression. Its ToString is the reference's canonical text, which shows in place of a value that fails.
/// </summary>
internal abstract class Expression
{
    public abstract ReturnTypes Returns { get; }

    /// <param name="scope">Where names are looked up.</param>
    /// <param name="substitute">Whether a name that is not in the data gives its own text, `${name}`; else it gives nothing.</param>
    public abstract Value Evaluate(in Scope scope, bool substitute);

    public abstract override string ToString();
}
