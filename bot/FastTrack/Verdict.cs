namespace FastTrackBot.FastTrack;

/// <summary>From worst to best. There is no firm yes: Microsoft verifies each request itself.</summary>
public enum Verdict
{
    NotYet,
    Maybe,
    Likely,
}
