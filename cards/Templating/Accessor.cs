namespace FastTrackBot.Cards.Templating;

/// <summary>`name` or `owner.name`.</summary>
internal sealed class Accessor : Expression
{
    private readonly Expression? _rest;
    private readonly PropertyPath? _path;

    public Accessor(string property, Expression? owner)
    {
        Property = property;
        Owner = owner;
        var (path, rest) = Constants(this) ? Accumulate(this, default, false) : (null, default);
        (_path, _rest) = (path is null ? null : new PropertyPath(path), rest);
    }

    public string Property { get; }

    public Expression? Owner { get; }

    public override ReturnTypes Returns => ReturnTypes.Any;

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        if (_path is not null) return Evaluate(_path, _rest, scope, substitute);
        var (path, rest) = Accumulate(this, scope, substitute);
        return path is null
            ? Value.Fail("an index is neither a number nor a text")
            : Evaluate(new PropertyPath(path), rest, scope, substitute);
    }

    public override string ToString() => Owner is null ? Property : $"{Owner}.{Property}";

    private static Value Evaluate(PropertyPath path, Expression? rest, in Scope scope, bool substitute)
    {
        Value value;
        if (rest is null)
        {
            value = path.Resolve(scope);
        }
        else
        {
            var start = rest.Evaluate(scope, substitute);
            if (start.IsError) return Value.Fail(start.Reason);
            value = path.Resolve(start);
        }

        return value.Kind == ValueKind.Undefined && substitute ? path.Substitution : value;
    }

    private static bool Constants(Expression expression) => expression switch
    {
        Accessor accessor => accessor.Owner is null || Constants(accessor.Owner),
        Element element => element.Index is Constant && Constants(element.Owner),
        _ => true,
    };

    // The whole chain of names and indices becomes one path, so that the text `${a.b[0].c}` can stand for what is missing.
    private static (string? Path, Expression? Start) Accumulate(Expression chain, in Scope scope, bool substitute)
    {
        var path = "";
        for (Expression? left = chain; ;)
        {
            switch (left)
            {
                case Accessor accessor:
                    path = $"{accessor.Property}.{path}";
                    left = accessor.Owner;
                    break;
                case Element element:
                    var index = element.Index.Evaluate(scope, substitute);
                    var text = JsText.ToText(index);
                    if (text is not null && !double.IsNaN(JsNumber.ParseInt(text))) path = $"[{text}].{path}";
                    else if (index.Kind == ValueKind.String) path = $"['{text}'].{path}";
                    else return (null, null);
                    left = element.Owner;
                    break;
                default:
                    return (path.TrimEnd('.').Replace(".[", "[", StringComparison.Ordinal), left);
            }
        }
    }
}
