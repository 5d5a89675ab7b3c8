namespace FastTrackBot.Cards.Templating;

/// <summary>`owner[index]` at the end of a chain.</summary>
internal sealed class Element(Expression owner, Expression index) : Expression
{
    private readonly PropertyPath.Step? _name =
        index is Constant { Value.Kind: ValueKind.String } constant ? new(constant.Value.Text) : null;

    public Expression Owner => owner;

    public Expression Index => index;

    public override ReturnTypes Returns => ReturnTypes.Any;

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        var instance = owner.Evaluate(scope, substitute);
        if (instance.IsError) throw new EvaluationFault(instance.Reason, this);
        var key = index.Evaluate(scope, substitute: false);
        if (key.IsError) throw new EvaluationFault(key.Reason, this);
        if (key.IsInteger) return At(instance, key.Number);
        return key.Kind != ValueKind.String ? Value.Fail($"the index {index} is neither a whole number nor a text")
            : PropertyPath.Property(instance, _name ?? new(key.Text));
    }

    public override string ToString() => $"{owner}[{index}]";

    private static Value At(in Value instance, double position) =>
        instance.IsNullish ? Value.Undefined
        : instance.Kind != ValueKind.Array ? Value.Fail("what is indexed is not a list")
        : position >= 0 && position < instance.Count ? instance[(int)position]
        : Value.Fail($"the index {JsNumber.Format(position)} is out of range");
}
