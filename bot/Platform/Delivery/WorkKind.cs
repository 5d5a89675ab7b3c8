using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.Delivery;

/// <summary>
/// One kind of work that is done without anyone asking. Register it as a <see cref="WorkKind"/>, and queue it with
/// <see cref="DocumentSession.Queue"/> under its name. It may be done twice, as a crash can come between doing and noting: so it
/// looks at what is, and brings about what should be.
/// </summary>
/// <param name="name">What it is queued and stored under. It never changes.</param>
public abstract class WorkKind(string name)
{
    public string Name { get; } = name;

    /// <summary>How many pieces of this kind are done side by side.</summary>
    public virtual int Parallelism => 4;

    /// <summary>After this time a piece that a crash left behind is taken on again. One that takes three quarters of it is stopped.</summary>
    public virtual TimeSpan Lease => TimeSpan.FromMinutes(4);

    /// <summary>
    /// Does it. An exception is a failure, and the exception's message its reason.
    /// </summary>
    /// <param name="documents">What is saved and queued here is committed together with the result.</param>
    public abstract Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken);
}
