namespace FastTrackBot.Sandbox;

/// <summary>What the bot's application may do. At first all that it asks for; a test or a curious person can take things away.</summary>
internal sealed class SandboxPermissions
{
    public const string Tasks = "Tasks.ReadWrite.All";
    public const string Sites = "Sites.Selected";
    public const string Calendars = "Calendars.ReadWrite";
    public const string Catalogue = "AppCatalog.Read.All";
    public const string Apps = "TeamsAppInstallation.ReadWriteSelfForUser.All";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _withdrawn = [];

    /// <summary>The application's role on the site: <c>read</c>, <c>write</c> or <c>manage</c>.</summary>
    public string SiteRole { get; set; } = "manage";

    public void Withdraw(string permission)
    {
        lock (_gate)
            _withdrawn.Add(Known(permission));
    }

    public void Grant(string permission)
    {
        lock (_gate)
            _withdrawn.Remove(Known(permission));
    }

    public bool Has(string permission)
    {
        lock (_gate)
            return !_withdrawn.Contains(permission);
    }

    private static string Known(string permission) => permission is Tasks or Sites or Calendars or Catalogue or Apps
        ? permission
        : throw new ArgumentException($"The sandbox knows {Tasks}, {Sites}, {Calendars}, {Catalogue} and {Apps}, not '{permission}'.", nameof(permission));
}
