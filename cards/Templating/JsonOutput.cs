using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FastTrackBot.Cards.Templating;

/// <summary>
/// Compact JSON straight into a buffer. It exists beside Utf8JsonWriter because most of a card is bytes that are known beforehand
/// (whole members, and strings as they stood in the data), which are copied here without being looked at again.
/// </summary>
internal ref struct JsonOutput(IBufferWriter<byte> target)
{
    private const int SmallestBlock = 512;

    // What JSON demands to be escaped, and nothing else: texts stay readable in every language.
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    private Span<byte> _block;
    private int _used;
    private byte _last;

    // A string always ends in a quote, so the last byte tells whether something stands between here and the bracket.
    /// <summary>A comma, unless this is the first thing within its brackets.</summary>
    public void Separate()
    {
        if (_last is not ((byte)'{' or (byte)'[' or 0)) Raw(","u8);
    }

    public void Raw(scoped ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty) return;
        json.CopyTo(Reserve(json.Length));
        _used += json.Length;
        _last = json[^1];
    }

    public void Value(in Value value)
    {
        if (value.TryGetElement(out var element)) Element(element);
        else if (value.Kind == ValueKind.Boolean) Raw(value.IsTrue ? "true"u8 : "false"u8);
        else if (value.Kind == ValueKind.Number) Number(value.Number);
        else if (value.Kind == ValueKind.String) Text(value.Text);
        else if (value.Kind == ValueKind.Array) Items(value.ToArray());
        else Raw("null"u8);
    }

    public void Text(string text)
    {
        Raw("\""u8);
        TextContent(text);
        Raw("\""u8);
    }

    /// <summary>The inside of a JSON string.</summary>
    public void TextContent(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Escaped) is var stop and >= 0)
        {
            Utf8(text[..stop]);
            Escape(text[stop]);
            text = text[(stop + 1)..];
        }

        Utf8(text);
    }

    public void Number(double number)
    {
        if (!double.IsFinite(number)) Raw("null"u8);
        else NumberText(number);
    }

    /// <summary>The value as part of a string; false where it has no text (null and nothing).</summary>
    public bool Interpolated(in Value value)
    {
        if (value.Kind == ValueKind.String && value.TryGetElement(out var element)) Raw(JsonMarshal.GetRawUtf8Value(element)[1..^1]);
        else if (value.Kind == ValueKind.Number) NumberText(value.Number);
        else if (JsText.ToText(value) is { } text) TextContent(text);
        else return false;
        return true;
    }

    public void Flush()
    {
        if (_used > 0) target.Advance(_used);
        _block = default;
        _used = 0;
    }

    private void Items(Value[] items)
    {
        Raw("["u8);
        foreach (var item in items)
        {
            Separate();
            Value(item);
        }

        Raw("]"u8);
    }

    // Objects and arrays are walked because their source may be indented.
    private void Element(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Raw("{"u8);
                foreach (var property in element.EnumerateObject())
                {
                    Separate();
                    Raw("\""u8);
                    Raw(JsonMarshal.GetRawUtf8PropertyName(property));
                    Raw("\":"u8);
                    Element(property.Value);
                }

                Raw("}"u8);
                break;
            case JsonValueKind.Array:
                Raw("["u8);
                foreach (var item in element.EnumerateArray())
                {
                    Separate();
                    Element(item);
                }

                Raw("]"u8);
                break;
            default:
                Raw(JsonMarshal.GetRawUtf8Value(element));
                break;
        }
    }

    private void NumberText(double number)
    {
        if (Math.Abs(number) >= 1e15 || !double.IsInteger(number))
        {
            Utf8(JsNumber.Format(number));
            return;
        }

        Utf8Formatter.TryFormat((long)number, Reserve(20), out var written);
        _used += written;
        _last = (byte)'0';
    }

    private void Escape(char character)
    {
        switch (character)
        {
            case '"': Raw("\\\""u8); break;
            case '\\': Raw("\\\\"u8); break;
            case '\n': Raw("\\n"u8); break;
            case '\r': Raw("\\r"u8); break;
            case '\t': Raw("\\t"u8); break;
            case '\b': Raw("\\b"u8); break;
            case '\f': Raw("\\f"u8); break;
            default:
                Raw("\\u00"u8);
                Raw([Hex(character >> 4), Hex(character & 0xF)]);
                break;
        }

        static byte Hex(int digit) => "0123456789abcdef"u8[digit];
    }

    private void Utf8(scoped ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        // In this order: making room may begin a new block.
        var room = Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _used += Encoding.UTF8.GetBytes(text, room);
        _last = (byte)'x';
    }

    private Span<byte> Reserve(int count)
    {
        if (_block.Length - _used < count)
        {
            Flush();
            _block = target.GetSpan(Math.Max(count, SmallestBlock));
        }

        return _block[_used..];
    }
}
