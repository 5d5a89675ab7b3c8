namespace FastTrackBot.FastTrack;

/// <summary>Ids of the ways on which a customer comes to FastTrack; <c>Data/phases.json</c> has the phases of each.</summary>
public static class Motions
{
    /// <summary>The customer asked.</summary>
    public const string Request = "request";

    public const string Targeting = "targeting";

    public const string CustomerHealth = "customerHealth";
}
