namespace FastTrackBot.Sandbox;

/// <summary>The faults in force. The first that fits a path is used, and used up.</summary>
internal sealed class SandboxFaults
{
    private readonly Lock _gate = new();
    private readonly List<SandboxFault> _faults = [];

    public void Add(SandboxFault fault)
    {
        lock (_gate)
            _faults.Add(fault);
    }

    public void Clear()
    {
        lock (_gate)
            _faults.Clear();
    }

    public IReadOnlyList<SandboxFault> All
    {
        get
        {
            lock (_gate)
                return [.. _faults];
        }
    }

    public SandboxFault? Take(string path, string method = "GET")
    {
        lock (_gate)
        {
            var index = _faults.FindIndex(fault =>
                path.StartsWith(fault.Path ?? "", StringComparison.OrdinalIgnoreCase)
                && method.Equals(fault.Method ?? method, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
                return null;
            var fault = _faults[index];
            if (fault.Times is { } times)
            {
                if (times > 1)
                    _faults[index] = fault with { Times = times - 1 };
                else
                    _faults.RemoveAt(index);
            }

            return fault;
        }
    }
}
