namespace FastTrackBot.Sandbox;

/// <summary>The section <c>Sandbox</c> of the settings.</summary>
public sealed class SandboxOptions
{
    public const string Section = "Sandbox";

    /// <summary>Whether the make-believe tenant is there. Unset: in Development only.</summary>
    public bool? Enabled { get; set; }

    /// <summary>
    /// A folder whose files replace the built-in ones, by the same names: <c>subscribedSkus.json</c>,
    /// <c>directory/subscriptions.json</c> … They are read again when they change. Relative to the content root.
    /// </summary>
    public string? DataFolder { get; set; }
}
