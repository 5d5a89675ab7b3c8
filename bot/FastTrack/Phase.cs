namespace FastTrackBot.FastTrack;

/// <summary>The phases of an engagement, in their order. Not every engagement goes through all of them.</summary>
public enum Phase
{
    Presales,
    Validation,
    Engagement,
    Assignment,
    Initiate,
    Assess,
    Remediate,
    Enable,
    Migrate,
}
