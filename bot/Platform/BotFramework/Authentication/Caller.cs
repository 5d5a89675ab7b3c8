namespace FastTrackBot.Platform.BotFramework.Authentication;

/// <summary>Who sent a request, as far as its token says.</summary>
/// <param name="Authenticated">False only in the development bypass.</param>
/// <param name="ServiceUrl">The connector's claim: where this caller may be answered. None in Entra tokens.</param>
/// <param name="Endorsements">The channels that the signing key may speak for.</param>
/// <param name="TenantId">The tenant of an Entra token; none in the connector's.</param>
public sealed record Caller(
    bool Authenticated, string? ServiceUrl, IReadOnlyCollection<string> Endorsements, string? TenantId, string? Issuer);

/// <summary>Why a request is not taken.</summary>
/// <param name="Status">401 no valid token, 403 a valid token that does not cover this activity, 503 keys unavailable (ask again).</param>
/// <param name="Code">A short stable name, such as <c>token.expired</c>.</param>
/// <param name="Reason">For the log, not for the caller.</param>
public sealed record Refusal(int Status, string Code, string Reason)
{
    public static Refusal Unauthorized(string code, string reason) => new(StatusCodes.Status401Unauthorized, code, reason);

    public static Refusal Forbidden(string code, string reason) => new(StatusCodes.Status403Forbidden, code, reason);

    public static Refusal Unavailable(string code, string reason) => new(StatusCodes.Status503ServiceUnavailable, code, reason);

    /// <summary>A stranger's word, made fit for a reason: short, on one line.</summary>
    internal static string Quote(string? word)
    {
        var text = word ?? "(none)";
        text = text.Length > 120 ? text[..120] + "…" : text;
        return string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
    }
}

/// <summary>Exactly one of the two is there.</summary>
public readonly record struct AuthenticationResult(Caller? Caller, Refusal? Refusal)
{
    public static implicit operator AuthenticationResult(Caller caller) => new(caller, null);

    public static implicit operator AuthenticationResult(Refusal refusal) => new(null, refusal);
}
