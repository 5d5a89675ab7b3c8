using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>Tells whether a condition for leaving a phase holds. Whichever capability knows supplies it.</summary>
/// <param name="condition">Its id in <c>Data/phases.json</c>.</param>
public abstract class ExitCheck(string condition)
{
    public string Condition { get; } = condition;

    /// <returns>Null when the condition holds; else what stands open, in the person's language.</returns>
    public abstract ValueTask<string?> OpenAsync(
        DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken);
}
