using System.Text.Json;

namespace FastTrackBot.Cards.Templating;

internal static class CollectionFunctions
{
    private static readonly Signature One = new(1, 1);

    public static IEnumerable<Entry> All =>
    [
        new(Function.Of("createArray", ReturnTypes.Array, new(0, Signature.Unlimited), values => Value.Of(values))),
        new(Function.Of("count", ReturnTypes.Number, new(1, 1, ReturnTypes.String | ReturnTypes.Array), Count)),
        new(Function.Of("first", ReturnTypes.Any, One, values => End(values[0], last: false))),
        new(Function.Of("last", ReturnTypes.Any, One, values => End(values[0], last: true))),
        new(Function.Of("join", ReturnTypes.String, new(2, 3, ReturnTypes.Array, ReturnTypes.String), Join)),
        new(new("contains", ReturnTypes.Boolean, new(2, 2), Contains)),
        new(Function.Of("json", ReturnTypes.Any, new(1, 1, ReturnTypes.String), Json)),
    ];

    private static Value Count(Value[] values) =>
        values[0].Kind is ValueKind.String or ValueKind.Array or ValueKind.Object
            ? Value.Of((double)values[0].Count)
            : Value.Fail("the argument of count is neither a text nor a list nor an object");

    private static Value End(in Value value, bool last)
    {
        if (value.Kind is not (ValueKind.String or ValueKind.Array) || value.Count == 0) return Value.Undefined;
        var position = last ? value.Count - 1 : 0;
        return value.Kind == ValueKind.Array ? value[position] : Value.Of(value.Text[position].ToString());
    }

    private static Value Join(Value[] values)
    {
        if (values[0].Kind != ValueKind.Array) return Value.Fail("the first argument of join is not a list");
        var items = values[0].ToArray();
        if (values.Length == 2) return Value.Of(JsText.Join(items, Separator(values[1])));
        if (items.Length < 3) return Value.Of(JsText.Join(items, Separator(values[2])));
        // JavaScript's concat() spells null out, where its join() leaves it away.
        var last = JsText.ToText(items[^1]) ?? "null";
        return Value.Of(JsText.Join(items[..^1], Separator(values[1])) + (JsText.ToText(values[2]) ?? Spelt(values[2])) + last);
    }

    private static string Separator(in Value value) => value.Kind == ValueKind.Undefined ? "," : JsText.ToText(value) ?? "null";

    private static string Spelt(in Value value) => value.Kind == ValueKind.Null ? "null" : "undefined";

    // Alone among these functions, contains is false and never fails.
    private static Value Contains(Expression[] arguments, in Scope scope, bool substitute)
    {
        var where = arguments[0].Evaluate(scope, substitute);
        if (where.IsError) return Value.Of(false);
        var what = arguments[1].Evaluate(scope, substitute);
        if (what.IsError) return Value.Of(false);
        if (where.Kind == ValueKind.String && what.Kind == ValueKind.String)
            return Value.Of(where.Text.Contains(what.Text, StringComparison.Ordinal));
        if (where.Kind == ValueKind.Array) return Value.Of(where.ToArray().Any(item => Equality.AreEqual(item, what)));
        return Value.Of(what.Kind == ValueKind.String && PropertyPath.Property(where, new(what.Text)).Kind != ValueKind.Undefined);
    }

    private static Value Json(Value[] values)
    {
        if (values[0].Kind != ValueKind.String) return Value.Fail("the argument of json is not a text");
        try
        {
            using var document = JsonDocument.Parse(values[0].Text);
            return Value.Of(document.RootElement.Clone());
        }
        catch (JsonException exception)
        {
            return Value.Fail($"the argument of json is not JSON: {exception.Message}");
        }
    }
}
