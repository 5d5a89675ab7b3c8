namespace FastTrackBot.Sandbox.Playground;

/// <summary>The section <c>Playground</c> of the settings: the local chat client that stands in for Teams.</summary>
public sealed class PlaygroundOptions
{
    public const string Section = "Playground";

    /// <summary>Unset: in Development.</summary>
    public bool Start { get; set; }

    /// <summary>The port it should take; where that is occupied it picks another and says which.</summary>
    public int Port { get; set; } = 56150;

    /// <summary>Whether it opens the browser. Unset: where someone sits at a desktop.</summary>
    public bool? OpenBrowser { get; set; }

    /// <summary>How long it may take to come up.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(60);
}
