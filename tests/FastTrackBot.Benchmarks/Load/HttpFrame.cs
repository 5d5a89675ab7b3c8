namespace FastTrackBot.Benchmarks.Load;

/// <summary>Where an HTTP/1.1 message ends that carries its length: all that both sides of this benchmark need to know of HTTP.</summary>
internal static class HttpFrame
{
    /// <returns>The lengths of head and body; null as long as a part of the head or the body is missing.</returns>
    public static (int Head, int Body)? Find(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0) return null;
        var head = end + 4;
        var length = LengthOf(bytes[..head]);
        return bytes.Length >= head + length ? (head, length) : null;
    }

    private static int LengthOf(ReadOnlySpan<byte> head)
    {
        var name = head.IndexOf("Content-Length: "u8);
        if (name < 0) return 0;
        var length = 0;
        foreach (var digit in head[(name + "Content-Length: ".Length)..])
        {
            if (digit is < (byte)'0' or > (byte)'9') break;
            length = (length * 10) + digit - '0';
        }

        return length;
    }
}
