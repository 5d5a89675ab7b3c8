namespace FastTrackBot.Sandbox;

/// <summary>The last thousand requests.</summary>
internal sealed class SandboxRequests
{
    private const int Kept = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<SandboxRequest> _requests = new();

    public void Add(SandboxRequest request)
    {
        lock (_gate)
        {
            _requests.Enqueue(request);
            if (_requests.Count > Kept)
                _requests.Dequeue();
        }
    }

    public IReadOnlyList<SandboxRequest> All
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }
}
