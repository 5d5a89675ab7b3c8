namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>The section <c>Bot:Connector</c> of the settings: how long a call may take, and how often it is tried.</summary>
public sealed class ConnectorOptions
{
    public const string Section = BotOptions.Section + ":Connector";

    /// <summary>How often a call is made at most, the first one included.</summary>
    public int Tries { get; set; } = 3;

    /// <summary>About the pause before the second try; each further one is about twice as long.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause. When Teams asks for a longer one, the call fails at once and its caller decides.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many messages a second may go to one tenant, for those that nobody waits for. Empty: what Microsoft documents. 0: as many as there are.</summary>
    public int? MessagesPerSecond { get; set; }

    /// <summary>For one try. Teams itself waits 15 s for a turn.</summary>
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
