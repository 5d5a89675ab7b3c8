using System.Text.Json;

namespace FastTrackBot.Cards.Templating;

internal enum ValueKind : byte { Undefined, Null, Boolean, Number, String, Array, Object, Error }

/// <summary>
/// What an expression evaluates to. Values that come from the data stay <see cref="JsonElement"/>s, so that they reach the card as the
/// bytes they were; only computed values are CLR strings, doubles and arrays.
/// </summary>
internal readonly struct Value
{
    private readonly object? _computed;
    private readonly JsonElement _element;
    private readonly double _number;

    private Value(ValueKind kind, double number = 0, object? computed = null, JsonElement element = default)
    {
        Kind = kind;
        _number = number;
        _computed = computed;
        _element = element;
    }

    public static Value Undefined => default;

    public static Value Null => new(ValueKind.Null);

    public static Value Of(bool value) => new(ValueKind.Boolean, value ? 1 : 0);

    public static Value Of(double value) => new(ValueKind.Number, value);

    public static Value Of(string value) => new(ValueKind.String, computed: value);

    public static Value Of(Value[] items) => new(ValueKind.Array, computed: items);

    public static Value Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new(ValueKind.Object, element: element),
        JsonValueKind.Array => new(ValueKind.Array, element: element),
        JsonValueKind.String => new(ValueKind.String, element: element),
        JsonValueKind.Number => new(ValueKind.Number, element: element),
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.Null => Null,
        _ => Undefined,
    };

    /// <summary>A failed evaluation; <paramref name="meanwhile"/> is what `or` sees where it forgives the failure.</summary>
    public static Value Fail(string reason, ValueKind meanwhile = ValueKind.Undefined) => new(ValueKind.Error, (double)meanwhile, reason);

    public ValueKind Kind { get; }

    public bool IsError => Kind == ValueKind.Error;

    public bool IsNullish => Kind is ValueKind.Undefined or ValueKind.Null;

    /// <summary>True for everything but false, null and nothing: 0 and "" count as true in this language.</summary>
    public bool IsTrue => Kind == ValueKind.Boolean ? _number != 0 : !IsNullish;

    /// <summary>A number other than NaN, which comes only from a failure that `or` forgave.</summary>
    public bool IsNumber => Kind == ValueKind.Number && !double.IsNaN(Number);

    public bool IsInteger => Kind == ValueKind.Number && double.IsInteger(Number);

    public double Number => _element.ValueKind == JsonValueKind.Number ? _element.GetDouble() : _number;

    public string Text => _computed as string ?? _element.GetString() ?? "";

    public string Reason => (string)_computed!;

    public Value Meanwhile => (ValueKind)_number switch
    {
        ValueKind.Boolean => Of(false),
        ValueKind.Null => Null,
        ValueKind.Number => Of(double.NaN),
        _ => Undefined,
    };

    public int Count => Kind switch
    {
        ValueKind.Array => _computed is Value[] items ? items.Length : _element.GetArrayLength(),
        ValueKind.Object => _element.GetPropertyCount(),
        _ => Text.Length,
    };

    public Value this[int index] => _computed is Value[] items ? items[index] : Of(_element[index]);

    public bool TryGetElement(out JsonElement element)
    {
        element = _element;
        return element.ValueKind != JsonValueKind.Undefined;
    }

    public Value[] ToArray() =>
        _computed as Value[] ?? [.. _element.EnumerateArray().Select(Of)];
}
