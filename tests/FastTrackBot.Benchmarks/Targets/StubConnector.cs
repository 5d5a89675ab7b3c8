using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FastTrackBot.Benchmarks.Load;

namespace FastTrackBot.Benchmarks.Targets;

/// <summary>Stands for Teams: answers every message with 201 and an id, as cheaply as possible. Asked with GET, it says how many came, and shows one.</summary>
internal static class StubConnector
{
    private static readonly byte[] Created = Encoding.ASCII.GetBytes(
        "HTTP/1.1 201 Created\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 22\r\n\r\n{\"id\":\"1772701200000\"}");

    private static long _messages;
    private static byte[] _sample = [];

    public static async Task RunAsync()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(512);
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port);
        while (true) _ = ServeAsync(await listener.AcceptAsync());
    }

    private static async Task ServeAsync(Socket socket)
    {
        using var connection = socket;
        socket.NoDelay = true;
        var buffer = new byte[256 * 1024];
        var filled = 0;
        try
        {
            while (true)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None);
                if (read == 0) return;
                filled += read;
                // Nobody pipelines here: what is complete is exactly one request.
                if (HttpFrame.Find(buffer.AsSpan(0, filled)) is not var (head, body)) continue;
                filled = 0;
                await socket.SendAsync(buffer[0] == 'G' ? Tell(buffer.AsSpan(0, head)) : Take(buffer.AsSpan(head, body)), SocketFlags.None);
            }
        }
        catch (SocketException)
        {
            // The bot went away in the middle of a request; there is nobody left to answer.
        }
    }

    private static byte[] Take(ReadOnlySpan<byte> message)
    {
        if (Interlocked.Increment(ref _messages) == 1) _sample = message.ToArray();
        return Created;
    }

    private static byte[] Tell(ReadOnlySpan<byte> head)
    {
        var body = head.StartsWith("GET /sample"u8) ? _sample : Encoding.ASCII.GetBytes(Interlocked.Read(ref _messages).ToString(CultureInfo.InvariantCulture));
        return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];
    }
}
