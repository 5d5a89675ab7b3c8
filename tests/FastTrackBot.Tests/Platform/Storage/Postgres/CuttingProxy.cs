using System.Net;
using System.Net.Sockets;

namespace FastTrackBot.Tests.Platform.Storage.Postgres;

/// <summary>Stands between the bot and the server, and can keep the server's next answer and cut the line instead.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private int _cuts;

    public CuttingProxy(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Cuts => 1 - Volatile.Read(ref _cuts);

    /// <summary>The next question that contains it is asked; its answer is lost.</summary>
    public byte[] Marker { get; private set; } = [];

    public void CutAfter(ReadOnlySpan<byte> marker)
    {
        Marker = marker.ToArray();
        Volatile.Write(ref _cuts, 1);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient bot)
    {
        using var line = bot;
        using var server = new TcpClient { NoDelay = true };
        bot.NoDelay = true;
        await server.ConnectAsync(IPAddress.Loopback, _target);
        var cut = false;
        var asking = PumpAsync(bot, server, question =>
        {
            if (Marker.Length > 0 && question.IndexOf(Marker) >= 0 && Interlocked.CompareExchange(ref _cuts, 0, 1) == 1) cut = true;
            return true;
        });
        // The server has answered, so it has done it; nobody hears of it.
        var answering = PumpAsync(server, bot, _ => !cut);
        await Task.WhenAny(asking, answering);
    }

    private delegate bool Passes(ReadOnlySpan<byte> bytes);

    private static async Task PumpAsync(TcpClient from, TcpClient to, Passes passes)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer) is > 0 and var read)
            {
                if (!passes(buffer.AsSpan(0, read))) return;
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or SocketException)
        {
            // One side hung up; the other is told by the end of the line.
        }
    }

    public void Dispose() => _listener.Stop();
}
