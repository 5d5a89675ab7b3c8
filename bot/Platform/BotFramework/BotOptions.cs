namespace FastTrackBot.Platform.BotFramework;

/// <summary>The section <c>Bot</c> of the settings: who this bot is, and whose word it takes.</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>The app (client) id of the bot's registration. Empty: every request is refused.</summary>
    public string? AppId { get; set; }

    /// <summary>The one tenant whose people may talk to the bot.</summary>
    public string? TenantId { get; set; }

    /// <summary>More tenants whose people may talk to the bot, beside <see cref="TenantId"/>.</summary>
    public IList<string> AllowedTenants { get; } = [];

    /// <summary><c>Public</c>, <c>UsGovernment</c> (GCC High), <c>UsGovernmentDoD</c> or <c>China</c>: picks every endpoint.</summary>
    public string Cloud { get; set; } = "Public";

    /// <summary>Where the Bot Connector's signing keys are described; empty takes the cloud's.</summary>
    public string? OpenIdMetadataUrl { get; set; }

    /// <summary>Development only, loopback only: takes requests without a token.</summary>
    public bool DangerouslyAllowUnauthenticated { get; set; }
}
