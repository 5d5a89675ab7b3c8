using System.Globalization;
using System.Text;

namespace FastTrackBot.Benchmarks.Load;

/// <summary>A request as bytes, of which only the activity's id and the dialog's instance change from one use to the next.</summary>
internal sealed class Request
{
    public const string IdMark = "0000000000000";
    public const string InstanceMark = "11111111111111111111111111111111";

    private const long Scatter = 7_368_787_967_939;

    private readonly byte[] _bytes;
    private readonly int _id;
    private readonly int _instance;
    private readonly bool _isInvoke;

    public Request(string body, string? token)
    {
        var authorization = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        _bytes = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n{authorization}Content-Type: application/json; charset=utf-8\r\n"
            + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
        _id = _bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(IdMark));
        _isInvoke = _bytes.AsSpan(0, _id).EndsWith("f:"u8);
        _instance = _bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(InstanceMark));
    }

    public ReadOnlyMemory<byte> With(long id, ReadOnlySpan<byte> instance)
    {
        // A factor without 2 and 5 scatters the numbers over all there are, and never gives the same one twice.
        var number = _isInvoke ? (long)((Int128)id * Scatter % 10_000_000_000_000) : id;
        number.TryFormat(_bytes.AsSpan(_id, IdMark.Length), out _, "D13", CultureInfo.InvariantCulture);
        if (_instance >= 0) instance.CopyTo(_bytes.AsSpan(_instance));
        return _bytes;
    }
}
