namespace FastTrackBot.Cards.Templating;

internal static class TextFunctions
{
    private const ReturnTypes Text = ReturnTypes.String;
    private static readonly Signature TwoTexts = new(2, 2, Text);

    public static IEnumerable<Entry> All =>
    [
        new(Function.Of("concat", Text | ReturnTypes.Array, new(1, Signature.Unlimited), Concat), "&"),
        new(Transform("toLower", 2, text => text.ToLowerInvariant())),
        // .NET's capitals are one character each; the sharp s is the one that admins' names contain.
        new(Transform("toUpper", 2, text => text.ToUpperInvariant().Replace("ß", "SS", StringComparison.Ordinal))),
        new(Transform("trim", 1, text => text.Trim())),
        new(OfTexts("length", ReturnTypes.Number, new(1, 1, Text), texts => Value.Of((double)texts[0].Length))),
        new(OfTexts("replace", Text, new(3, 3, Text), Replace)),
        new(OfTexts("startsWith", ReturnTypes.Boolean, TwoTexts, texts =>
            Value.Of(texts[0].StartsWith(texts[1], StringComparison.Ordinal)))),
        new(OfTexts("endsWith", ReturnTypes.Boolean, TwoTexts, texts =>
            Value.Of(texts[0].EndsWith(texts[1], StringComparison.Ordinal)))),
        new(new("substring", Text, new(2, 3, Text, ReturnTypes.Number), Substring)),
    ];

    private static Value Concat(Value[] values) => values.Aggregate((left, right) =>
        left.IsNullish && right.IsNullish ? Value.Undefined
        : left.IsNullish && right.Kind == ValueKind.Array ? right
        : right.IsNullish && left.Kind == ValueKind.Array ? left
        : left.Kind == ValueKind.Array && right.Kind == ValueKind.Array ? Value.Of([.. left.ToArray(), .. right.ToArray()])
        : Value.Of(JsText.Stringify(left) + JsText.Stringify(right)));

    private static Function Transform(string name, int most, Func<string, string> change) =>
        OfTexts(name, Text, new(1, most, Text), texts => Value.Of(change(texts[0]))) with
        {
            Objection = arguments => Locale.Objection(arguments, 1),
        };

    // Nothing counts as the empty text here, null does not.
    private static Function OfTexts(string name, ReturnTypes returns, Signature signature, Func<string[], Value> compute) =>
        Function.Of(
            name,
            returns,
            signature,
            values => compute(Array.ConvertAll(values, value => value.Kind == ValueKind.String ? value.Text : "")),
            Wanted.TextsOrNothing);

    private static Value Replace(string[] texts) =>
        texts[1].Length == 0
            ? Value.Fail("there is nothing to replace")
            : Value.Of(texts[0].Replace(texts[1], texts[2], StringComparison.Ordinal));

    private static Value Substring(Expression[] arguments, in Scope scope, bool substitute)
    {
        var value = arguments[0].Evaluate(scope, substitute);
        if (value.IsError) return value;
        if (value.Kind == ValueKind.Undefined) return Value.Of("");
        if (value.Kind != ValueKind.String) return Value.Fail("the first argument of substring is not a text");

        var text = value.Text;
        var start = Position(arguments[1].Evaluate(scope, substitute), text.Length);
        if (start.IsError || arguments.Length == 2) return start.IsError ? start : Value.Of(text[(int)start.Number..]);
        var length = Position(arguments[2].Evaluate(scope, substitute), text.Length - start.Number);
        return length.IsError ? length : Value.Of(text.Substring((int)start.Number, (int)length.Number));
    }

    private static Value Position(in Value value, double most) =>
        value.IsError ? value
        : !value.IsInteger ? Value.Fail("start or length is not a whole number")
        : value.Number >= 0 && value.Number <= most ? value
        : Value.Fail("start or length is out of range");
}
