namespace FastTrackBot.Sandbox;

/// <summary>One way to misbehave.</summary>
/// <param name="Path">Which calls it meets: the beginning of the path below <c>/v1.0</c>. None: all.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Code">Graph's word in the error body; none takes the usual one of that status.</param>
/// <param name="RetryAfter">Seconds, sent as <c>Retry-After</c>.</param>
/// <param name="Times">After so many calls it is over. None: until it is taken away.</param>
/// <param name="Hang">No answer at all, until the caller goes away.</param>
/// <param name="Location">With a status of 3xx: where to send the caller.</param>
/// <param name="Method">Which calls it meets: <c>PATCH</c>. None: all.</param>
public sealed record SandboxFault(
    string? Path = null,
    int Status = 503,
    string? Code = null,
    int? RetryAfter = null,
    int? Times = null,
    bool Hang = false,
    string? Location = null,
    string? Method = null);
