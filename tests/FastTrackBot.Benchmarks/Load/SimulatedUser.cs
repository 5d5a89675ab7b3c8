using System.Diagnostics;

namespace FastTrackBot.Benchmarks.Load;

/// <summary>Does its workload in a closed loop: the next request leaves when the answer to the last one is there.</summary>
internal sealed class SimulatedUser
{
    private readonly Request[] _requests;
    private readonly byte[] _instance = new byte[Request.InstanceMark.Length];
    private long _nextId;

    public SimulatedUser(Workload workload, BenchmarkUser user, string? token)
    {
        _requests = [.. workload.Bodies(user).Select(body => new Request(body, token))];
        // Never the same id twice, even after a restart of the generator: a repeated activity would only be answered from its record.
        _nextId = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
    }

    public int Steps => _requests.Length;

    /// <param name="latencies">Takes what was measured while <paramref name="measuring"/> says so.</param>
    public async Task RunAsync(Connection connection, Latencies latencies, Func<bool> measuring, CancellationToken cancellationToken)
    {
        for (var step = 0; !cancellationToken.IsCancellationRequested; step = (step + 1) % _requests.Length)
        {
            var begin = Stopwatch.GetTimestamp();
            await StepAsync(connection, step, CancellationToken.None);
            if (measuring()) latencies.Add(Stopwatch.GetElapsedTime(begin));
        }
    }

    public async ValueTask<ReadOnlyMemory<byte>> StepAsync(Connection connection, int step, CancellationToken cancellationToken)
    {
        var body = await connection.SendAsync(_requests[step].With(_nextId++, _instance), cancellationToken);
        if (step == 0 && _requests.Length > 1) ReadInstance(body.Span);
        else if (step > 0) EnsureCard(body.Span);
        return body;
    }

    private void ReadInstance(ReadOnlySpan<byte> body)
    {
        var name = body.IndexOf("\"instance\":\""u8);
        if (name < 0) throw new InvalidOperationException("The dialog did not begin: " + System.Text.Encoding.UTF8.GetString(body));
        body.Slice(name + "\"instance\":\"".Length, _instance.Length).CopyTo(_instance);
    }

    // Errors of card actions come with the HTTP status 200.
    private static void EnsureCard(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("{\"statusCode\":200,\"type\":\"application/vnd.microsoft.card.adaptive\""u8))
            throw new InvalidOperationException("No card: " + System.Text.Encoding.UTF8.GetString(body));
    }
}
