using System.Globalization;

namespace FastTrackBot.Platform.Graph;

/// <summary>How one call ended.</summary>
/// <param name="Path">Below the root, without its query.</param>
/// <param name="Status">0 when no answer came.</param>
public sealed record GraphOutcome(DateTimeOffset At, string Path, int Status, string? Code, string? RequestId)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Status == 0 ? "no answer" : Status)}{(Code is null ? "" : " " + Code)} from {Path} at {At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z (request-id {RequestId ?? "none"})");
}

/// <summary>How Graph has been treating us, for <c>health</c>. One of the two is newer than the other.</summary>
public sealed record GraphHealth(GraphOutcome? LastSuccess, GraphOutcome? LastFailure)
{
    public bool IsFailing => LastFailure is not null && (LastSuccess is null || LastFailure.At >= LastSuccess.At);

    public override string ToString() => (LastSuccess, LastFailure) switch
    {
        (null, null) => "not called yet",
        ({ } success, null) => $"last success: {success}",
        (null, { } failure) => $"no success yet; last failure: {failure}",
        ({ } success, { } failure) => $"last success: {success}; last failure: {failure}",
    };
}

/// <summary>Keeps the newest outcome of either kind, whichever thread it comes from.</summary>
internal sealed class GraphHealthRecord
{
    private GraphHealth _health = new(null, null);

    public GraphHealth Current => Volatile.Read(ref _health);

    public void Succeeded(GraphOutcome outcome) => Change(before => before with { LastSuccess = outcome });

    public void Failed(GraphOutcome outcome) => Change(before => before with { LastFailure = outcome });

    private void Change(Func<GraphHealth, GraphHealth> change)
    {
        GraphHealth before;
        do
        {
            before = Current;
        }
        while (Interlocked.CompareExchange(ref _health, change(before), before) != before);
    }
}
