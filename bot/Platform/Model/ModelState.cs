namespace FastTrackBot.Platform.Model;

/// <summary>How the model has been doing, for <c>health</c>.</summary>
public sealed record ModelState(DateTimeOffset? LastAnswer = null, DateTimeOffset? LastFailure = null, string? Reason = null)
{
    public bool IsFailing => LastFailure is { } failure && (LastAnswer is null || failure >= LastAnswer);
}
