using System.Buffers;

namespace FastTrackBot.Cards.Templating;

/// <summary>The buffer of one filling, kept by the thread for its next one.</summary>
internal sealed class Scratch : IDisposable
{
    private const int TypicalCard = 16 * 1024;

    // A buffer that one huge card has grown is not kept.
    private const int LargestKept = 256 * 1024;

    [ThreadStatic]
    private static Scratch? _free;

    public ArrayBufferWriter<byte> Card { get; } = new(TypicalCard);

    public static Scratch Rent()
    {
        var scratch = _free ?? new Scratch();
        _free = null;
        return scratch;
    }

    public void Dispose()
    {
        if (Card.Capacity > LargestKept) return;
        Card.ResetWrittenCount();
        _free = this;
    }
}
