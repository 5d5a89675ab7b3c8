using System.Collections.Concurrent;
using System.Threading.Channels;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Tests.Platform.Delivery;

/// <summary>A kind of work that does what the test says.</summary>
internal sealed class Errands(Func<WorkClaim, DocumentSession, CancellationToken, Task<WorkResult>> act) : WorkKind("errand")
{
    private readonly Channel<WorkClaim> _begun = Channel.CreateUnbounded<WorkClaim>();
    private int _now;

    public Errands(Func<WorkClaim, WorkResult>? act = null) : this((claim, _, _) => Task.FromResult(act?.Invoke(claim) ?? WorkResult.Done))
    {
    }

    public override int Parallelism => 3;

    public override TimeSpan Lease => TimeSpan.FromMinutes(4);

    public ConcurrentQueue<WorkClaim> Begun { get; } = [];

    public int MostAtOnce { get; private set; }

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        lock (Begun) MostAtOnce = Math.Max(MostAtOnce, ++_now);
        Begun.Enqueue(claim);
        _begun.Writer.TryWrite(claim);
        try
        {
            return await act(claim, documents, cancellationToken);
        }
        finally
        {
            lock (Begun) _now--;
        }
    }

    /// <summary>Completes when as many more as that have begun.</summary>
    public async Task UntilBegunAsync(int count = 1)
    {
        for (var i = 0; i < count; i++)
            await _begun.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
    }
}
