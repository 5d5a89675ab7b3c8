using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FastTrackBot.Cards.Templating;

/// <summary>The buffers of one filling, kept by the thread for its next one.</summary>
internal sealed class Scratch : IDisposable
{
    private const int TypicalCard = 16 * 1024;

    // A buffer that one huge card has grown is not kept.
    private const int LargestKept = 256 * 1024;

    [ThreadStatic]
    private static Scratch? _free;

    public ArrayBufferWriter<byte> Card { get; } = new(TypicalCard);

    public ArrayBufferWriter<byte> Model { get; } = new(TypicalCard);

    /// <summary>Writes to <see cref="Model"/>; the JSON never meets HTML, so only what JSON demands is escaped.</summary>
    public Utf8JsonWriter Writer => field ??= new(Model, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Scratch Rent()
    {
        var scratch = _free ?? new Scratch();
        _free = null;
        return scratch;
    }

    public void Dispose()
    {
        if (Card.Capacity > LargestKept || Model.Capacity > LargestKept) return;
        Card.ResetWrittenCount();
        Model.ResetWrittenCount();
        Writer.Reset(Model);
        _free = this;
    }
}
