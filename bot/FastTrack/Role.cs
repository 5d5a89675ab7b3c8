namespace FastTrackBot.FastTrack;

/// <summary>What somebody may do here. One person can have several.</summary>
public enum Role
{
    /// <summary>Leads the organisation's engagement: reads the tenant's facts, requests assistance.</summary>
    Admin,

    /// <summary>Works on the engagement's tasks.</summary>
    ProjectTeam,

    /// <summary>Guides the engagement, for Microsoft or an approved partner.</summary>
    Specialist,

    /// <summary>Requests assistance on behalf of customers.</summary>
    Partner,
}
