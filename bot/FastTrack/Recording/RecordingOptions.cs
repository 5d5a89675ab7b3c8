namespace FastTrackBot.FastTrack.Recording;

/// <summary>The section <c>Recording</c> of the settings: where engagements are recorded through Graph.</summary>
public sealed class RecordingOptions
{
    public const string Section = "Recording";

    public bool Enabled { get; set; } = true;

    /// <summary>The SharePoint site that holds the list of engagements, e.g. <c>https://contoso.sharepoint.com/sites/fasttrack</c>. Empty: no list.</summary>
    public string? SiteUrl { get; set; }

    /// <summary>The Microsoft 365 group that holds a Planner plan per engagement, as Entra object id. Empty: no plans.</summary>
    public string? GroupId { get; set; }

    /// <summary>The display name of the list.</summary>
    public string ListName { get; set; } = "FastTrack engagements";

    /// <summary>The language of what is written into list and plans.</summary>
    public string Language { get; set; } = "en";

    /// <summary>How often the plan of an open engagement is looked at for what people did there.</summary>
    public TimeSpan SyncInterval { get; set; } = TimeSpan.FromMinutes(5);

    internal bool HasList => Enabled && !string.IsNullOrWhiteSpace(SiteUrl);

    internal bool HasPlans => Enabled && !string.IsNullOrWhiteSpace(GroupId);
}
