namespace FastTrackBot.FastTrack.Access;

/// <summary>The section <c>Access</c> of the settings: who is what, as Entra object ids.</summary>
public sealed class AccessOptions
{
    public const string Section = "Access";

    public IList<string> Admins { get; } = [];

    public IList<string> Specialists { get; } = [];

    public IList<string> Partners { get; } = [];
}
