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

    /// <summary>App ids in the bot's own tenant that may call it with an Entra token (skills, agents). Teams needs none: empty is off.</summary>
    public IList<string> AllowedCallers { get; } = [];

    // How the bot proves who it is when it writes: the first of these four that is set is used.

    /// <summary>A user-assigned managed identity. Either the bot's own (same id as <see cref="AppId"/>), or one that the app trusts.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>A file with a federated token that the app trusts, such as <c>AZURE_FEDERATED_TOKEN_FILE</c> on Kubernetes.</summary>
    public string? FederatedTokenFile { get; set; }

    /// <summary>A certificate with its private key (PEM, or PFX without a password).</summary>
    public string? CertificatePath { get; set; }

    /// <summary>A client secret: keep it in user secrets or a vault, never in a settings file.</summary>
    public string? ClientSecret { get; set; }
}
