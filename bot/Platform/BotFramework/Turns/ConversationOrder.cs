namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>
/// Turns of one conversation run one after the other, in the order of their arrival; those of different conversations side by side.
/// This saves re-runs inside one process; between processes the versions of the documents keep the order.
/// </summary>
internal sealed class ConversationOrder
{
    private readonly Dictionary<string, Gate> _gates = [];

    /// <summary>Nobody is in any queue; read without a lock, as a moment later it may be otherwise anyway.</summary>
    public bool IsEmpty => _gates.Count == 0;

    public bool Has(string id)
    {
        lock (_gates) return _gates.ContainsKey(id);
    }

    /// <returns>The turn, to be disposed when it is over.</returns>
    public async ValueTask<Turn> EnterAsync(string conversationId, CancellationToken cancellationToken)
    {
        Gate gate;
        lock (_gates)
        {
            if (!_gates.TryGetValue(conversationId, out gate!)) _gates.Add(conversationId, gate = new Gate());
            gate.Users++;
        }

        try
        {
            await gate.Semaphore.WaitAsync(cancellationToken);
            return new Turn(this, conversationId, gate);
        }
        catch (OperationCanceledException)
        {
            Leave(conversationId, gate);
            throw;
        }
    }

    private void Leave(string conversationId, Gate gate)
    {
        lock (_gates)
        {
            if (--gate.Users == 0) _gates.Remove(conversationId);
        }
    }

    internal sealed class Gate
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Users { get; set; }
    }

    public readonly struct Turn(ConversationOrder order, string conversationId, Gate gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Semaphore.Release();
            order.Leave(conversationId, gate);
        }
    }
}
