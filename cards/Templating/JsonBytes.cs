using System.Buffers;

namespace FastTrackBot.Cards.Templating;

/// <summary>JSON that is written once, when the template is compiled.</summary>
internal static class JsonBytes
{
    public delegate void Writing(ref JsonOutput output);

    public static byte[] Of(Writing write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var output = new JsonOutput(buffer);
        write(ref output);
        output.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
