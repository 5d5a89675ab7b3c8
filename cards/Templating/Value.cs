using System.Text.Json;

namespace FastTrackBot.Cards.Templating;

internal enum ValueKind : byte { Undefined, Null, Boolean, Number, String, Array, Object, Error }

/// <summary>
/// What an expression evaluates to. Values that come from JSON stay <see cref="JsonElement"/>s, so that they reach the card as the
/// bytes they were; what comes from a record or is computed is a string, a double, an array or a <see cref="Model"/>.
/// </summary>
internal readonly struct Value
{
    // A string, an array, a Model, a reason, or a JsonElement in a box: values are copied often, so they are small.
    private readonly object? _content;
    private readonly double _number;

    private Value(ValueKind kind, double number = 0, object? content = null)
    {
        Kind = kind;
        _number = number;
        _content = content;
    }

    public static Value Undefined => default;

    public static Value Null => new(ValueKind.Null);

    public static Value Of(bool value) => new(ValueKind.Boolean, value ? 1 : 0);

    public static Value Of(double value) => new(ValueKind.Number, value);

    public static Value Of(string value) => new(ValueKind.String, content: value);

    public static Value Of(Value[] items) => new(ValueKind.Array, content: items);

    public static Value Of(Model model) => new(ValueKind.Object, content: model);

    public static Value Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new(ValueKind.Object, content: element),
        JsonValueKind.Array => new(ValueKind.Array, content: element),
        JsonValueKind.String => new(ValueKind.String, content: element),
        JsonValueKind.Number => new(ValueKind.Number, content: element),
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

    public double Number => _content is JsonElement element ? element.GetDouble() : _number;

    public string Text => _content as string ?? (_content is JsonElement element ? element.GetString() : null) ?? "";

    public string Reason => (string)_content!;

    public Value Meanwhile => (ValueKind)_number switch
    {
        ValueKind.Boolean => Of(false),
        ValueKind.Null => Null,
        ValueKind.Number => Of(double.NaN),
        _ => Undefined,
    };

    public int Count => Kind switch
    {
        ValueKind.Array => _content is Value[] items ? items.Length : ((JsonElement)_content!).GetArrayLength(),
        ValueKind.Object => TryGetElement(out var element) ? element.GetPropertyCount() : 0,
        _ => Text.Length,
    };

    public Value this[int index] => _content is Value[] items ? items[index] : Of(((JsonElement)_content!)[index]);

    /// <summary>What the value is as a record of the program.</summary>
    public Model? Model => _content as Model;

    /// <summary>The value as JSON, where it came as JSON or is a record.</summary>
    public bool TryGetElement(out JsonElement element)
    {
        element = Model is { } model ? model.Type.ToElement(model.Instance) : _content is JsonElement json ? json : default;
        return element.ValueKind != JsonValueKind.Undefined;
    }

    public Value[] ToArray() =>
        _content as Value[] ?? [.. ((JsonElement)_content!).EnumerateArray().Select(Of)];
}
