namespace FastTrackBot.Sandbox;

/// <summary>Where the make-believe tenant keeps records, for settings and tests. The group of its plans is <see cref="SandboxPeople.TeamGroup"/>.</summary>
public static class SandboxPlaces
{
    public const string SiteHost = "contoso.sharepoint.com";

    public const string SitePath = "/sites/fasttrack";

    public const string SiteUrl = "https://" + SiteHost + SitePath;

    public const string SiteId = SiteHost + ",5a2d7c1e-0000-4000-8000-0000000000d0,5a2d7c1e-0000-4000-8000-0000000000d1";
}
