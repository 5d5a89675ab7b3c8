using System.Buffers;
using System.Text.Json;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>
/// The HTTP answer to an invoke. For card actions the HTTP status is always 200 and the real one stands in the body
/// (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format).
/// </summary>
public readonly record struct InvokeResponse(int Status, RawJson? Body = null)
{
    public static readonly InvokeResponse NotImplemented = new(StatusCodes.Status501NotImplemented);

    /// <summary>Replaces the card that was pressed on.</summary>
    public static InvokeResponse Card(RawJson card) =>
        CardAction(200, "application/vnd.microsoft.card.adaptive", writer => writer.WriteRawValue(card.Utf8.Span, skipInputValidation: true), card.Utf8.Length);

    /// <summary>A short notice below the card, which stays as it is.</summary>
    public static InvokeResponse Notice(string text) =>
        CardAction(200, "application/vnd.microsoft.activity.message", writer => writer.WriteStringValue(text));

    public static InvokeResponse Error(int statusCode, string code, string message) =>
        CardAction(statusCode, "application/vnd.microsoft.error", writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("code"u8, code);
            writer.WriteString("message"u8, message);
            writer.WriteEndObject();
        });

    /// <param name="length">About how many bytes the value has: the buffer is what is sent, and need not grow on the way.</param>
    private static InvokeResponse CardAction(int statusCode, string type, Action<Utf8JsonWriter> writeValue, int length = 256)
    {
        var buffer = new ArrayBufferWriter<byte>(length + 256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode"u8, statusCode);
            writer.WriteString("type"u8, type);
            writer.WritePropertyName("value"u8);
            writeValue(writer);
            writer.WriteEndObject();
        }

        return new InvokeResponse(StatusCodes.Status200OK, new RawJson(buffer.WrittenMemory));
    }
}
