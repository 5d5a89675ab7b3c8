using System.Net;
using System.Net.Sockets;

namespace FastTrackBot.Benchmarks.Load;

/// <summary>One HTTP/1.1 connection that is kept alive: sends ready bytes, reads one response. Allocates nothing per request.</summary>
internal sealed class Connection(int port) : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];

    public Task OpenAsync(CancellationToken cancellationToken) => _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken).AsTask();

    /// <returns>The body, valid until the next call.</returns>
    /// <exception cref="InvalidOperationException">The status is not 200.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(request, SocketFlags.None, cancellationToken);
        var filled = 0;
        while (true)
        {
            if (filled == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled), SocketFlags.None, cancellationToken);
            if (read == 0) throw new InvalidOperationException("The server closed the connection.");
            filled += read;
            if (HttpFrame.Find(_buffer.AsSpan(0, filled)) is not { } frame) continue;
            if (!_buffer.AsSpan().StartsWith("HTTP/1.1 200"u8))
                throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(_buffer, 0, filled));
            return _buffer.AsMemory(frame.Head, frame.Body);
        }
    }

    public void Dispose() => _socket.Dispose();
}
