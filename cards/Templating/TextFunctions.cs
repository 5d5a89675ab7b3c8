namespace FastTrackBot.Cards.Templating;

internal static class TextFunctions
{
    private const ReturnTypes Text = ReturnTypes.String;

    public static IEnumerable<Entry> All =>
    [
        new(Function.Of("concat", Text | ReturnTypes.Array, new(1, Signature.Unlimited), Concat), "&"),
        new(Transform("toLower", 2, text => text.ToLowerInvariant())),
        // .NET's capitals are one character each; the sharp s is the one that admins' names contain.
        new(Transform("toUpper", 2, text => text.ToUpperInvariant().Replace("ß", "SS", StringComparison.Ordinal))),
        new(Transform("trim", 1, text => text.Trim())),
        new(Function.Of("length", ReturnTypes.Number, new(1, 1, Text), values => WithTexts(values, texts => Value.Of((double)texts[0].Length)))),
        new(Function.Of("replace", Text, new(3, 3, Text), values => WithTexts(values, Replace))),
        new(Function.Of("startsWith", ReturnTypes.Boolean, new(2, 2, Text), values =>
            WithTexts(values, texts => Value.Of(texts[0].StartsWith(texts[1], StringComparison.Ordinal))))),
        new(Function.Of("endsWith", ReturnTypes.Boolean, new(2, 2, Text), values =>
            WithTexts(values, texts => Value.Of(texts[0].EndsWith(texts[1], StringComparison.Ordinal))))),
        new(Function.Of("substring", Text, new(2, 3, Text, ReturnTypes.Number), Substring)),
    ];

    private static Value Concat(Value[] values) => values.Aggregate((left, right) =>
        left.IsNullish && right.IsNullish ? Value.Undefined
        : left.IsNullish && right.Kind == ValueKind.Array ? right
        : right.IsNullish && left.Kind == ValueKind.Array ? left
        : left.Kind == ValueKind.Array && right.Kind == ValueKind.Array ? Value.Of([.. left.ToArray(), .. right.ToArray()])
        : Value.Of(JsText.Stringify(left) + JsText.Stringify(right)));

    private static Function Transform(string name, int most, Func<string, string> change) =>
        Function.Of(name, Text, new(1, most, Text), values => WithTexts(values, texts => Value.Of(change(texts[0])))) with
        {
            Objection = arguments => Locale.Objection(arguments, 1),
        };

    // Nothing counts as the empty text here, null does not.
    private static Value WithTexts(Value[] values, Func<string[], Value> compute) =>
        Array.TrueForAll(values, value => value.Kind is ValueKind.String or ValueKind.Undefined)
            ? compute(Array.ConvertAll(values, value => value.Kind == ValueKind.String ? value.Text : ""))
            : Value.Fail("an argument is not a text");

    private static Value Replace(string[] texts) =>
        texts[1].Length == 0 ? Value.Fail("there is nothing to replace") : Value.Of(texts[0].Replace(texts[1], texts[2], StringComparison.Ordinal));

    private static Value Substring(Value[] values)
    {
        if (values[0].Kind == ValueKind.Undefined) return Value.Of("");
        if (values[0].Kind != ValueKind.String) return Value.Fail("the first argument of substring is not a text");
        if (!Array.TrueForAll(values[1..], value => value.IsInteger)) return Value.Fail("start and length are not whole numbers");

        var text = values[0].Text;
        var start = values[1].Number;
        if (start < 0 || start > text.Length) return Value.Fail("the start is out of range");
        var length = values.Length == 3 ? values[2].Number : text.Length - start;
        return length < 0 || start + length > text.Length ? Value.Fail("the length is out of range") : Value.Of(text.Substring((int)start, (int)length));
    }
}
