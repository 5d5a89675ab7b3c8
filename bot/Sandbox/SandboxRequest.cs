namespace FastTrackBot.Sandbox;

/// <summary>What was asked of the sandbox, for tests and for the curious.</summary>
/// <param name="Path">Below <c>/v1.0</c>: <c>/subscribedSkus</c>.</param>
/// <param name="Authorized">Whether a bearer token came along; the token itself is not kept.</param>
public sealed record SandboxRequest(
    DateTimeOffset At, string Method, string Path, string Query, string? ClientRequestId, string? UserAgent, bool Authorized);
