namespace FastTrackBot.Platform.Graph;

/// <summary>Values of <see cref="GraphException.Code"/> for failures on this side of the wire.</summary>
public static class GraphCodes
{
    public const string ConnectFailed = "connectFailed";
    public const string TimedOut = "timedOut";
    public const string TokenUnavailable = "tokenUnavailable";
    public const string InvalidAnswer = "invalidAnswer";

    /// <summary>A next page on another host or outside the configured root: following it would hand the token away.</summary>
    public const string ForeignNextLink = "foreignNextLink";
}
