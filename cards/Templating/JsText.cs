using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FastTrackBot.Cards.Templating;

/// <summary>Values as text, by JavaScript's rules.</summary>
internal static class JsText
{
    /// <summary>What `value.toString()` gives; null for nothing and for null, which have no such text.</summary>
    public static string? ToText(in Value value) => value.Kind switch
    {
        ValueKind.String => value.Text,
        ValueKind.Number => JsNumber.Format(value.Number),
        ValueKind.Boolean => value.IsTrue ? "true" : "false",
        ValueKind.Array => Join(value.ToArray(), ","),
        ValueKind.Object => "[object Object]",
        _ => null,
    };

    public static string Join(IEnumerable<Value> items, string separator) =>
        string.Join(separator, items.Select(item => ToText(item)));

    /// <summary>What concat() and string() make of a value: JSON for what is composed, nothing for null.</summary>
    public static string Stringify(in Value value) =>
        value.Kind is ValueKind.Array or ValueKind.Object ? Json(value) : ToText(value) ?? "";

    // JavaScript keeps the properties of an object in their order, but those first whose names are indices.
    private static uint IndexOrLast(JsonProperty property) =>
        uint.TryParse(property.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index.ToString(CultureInfo.InvariantCulture) == property.Name ? index : uint.MaxValue;

    private static string Json(in Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var output = new JsonOutput(buffer);
        WriteNormalized(ref output, value);
        output.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Unlike the card itself, where equal JSON is enough, this JSON becomes visible text: escapes and numbers must be the reference's.
    private static void WriteNormalized(ref JsonOutput output, in Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Object when value.TryGetElement(out var element):
                output.Raw("{"u8);
                foreach (var property in element.EnumerateObject().OrderBy(IndexOrLast))
                {
                    output.Separate();
                    output.Text(property.Name);
                    output.Raw(":"u8);
                    WriteNormalized(ref output, Value.Of(property.Value));
                }

                output.Raw("}"u8);
                break;
            case ValueKind.Array:
                output.Raw("["u8);
                foreach (var item in value.ToArray())
                {
                    output.Separate();
                    WriteNormalized(ref output, item);
                }

                output.Raw("]"u8);
                break;
            case ValueKind.String:
                output.Text(value.Text);
                break;
            case ValueKind.Number:
                output.Number(value.Number);
                break;
            default:
                output.Value(value);
                break;
        }
    }
}
