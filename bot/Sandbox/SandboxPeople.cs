namespace FastTrackBot.Sandbox;

/// <summary>
/// The make-believe tenant's ids, for settings and tests. The same ones stand in <c>Contoso/</c> and in
/// <c>Playground/.m365agentsplayground.yml</c>.
/// </summary>
public static class SandboxPeople
{
    public const string TenantId = "5a2d7c1e-93b4-4f08-8e61-c0a7050f7a57";

    /// <summary>Alex Wilber, who sits at the local chat client.</summary>
    public const string Admin = "5a2d7c1e-0000-4000-8000-0000000000a1";

    /// <summary>Megan Bowen.</summary>
    public const string ProjectMember = "5a2d7c1e-0000-4000-8000-0000000000a2";

    /// <summary>Adele Vance.</summary>
    public const string Specialist = "5a2d7c1e-0000-4000-8000-0000000000a3";

    /// <summary>Isaiah Langer.</summary>
    public const string Partner = "5a2d7c1e-0000-4000-8000-0000000000a4";

    /// <summary>The bot's app id in the local chat client, there with <c>28:</c> in front.</summary>
    public const string BotAppId = "5a2d7c1e-0000-4000-8000-0000000000b0";

    /// <summary>The Entra group of the team "Contoso onboarding".</summary>
    public const string TeamGroup = "5a2d7c1e-0000-4000-8000-0000000000c0";

    /// <summary>The team, and its channel General.</summary>
    public const string TeamId = "19:contoso-onboarding@thread.tacv2";

    public const string CheckpointsChannel = "19:contoso-checkpoints@thread.tacv2";

    public const string GroupChat = "19:contoso-project@thread.v2";

    public const string PersonalChat = "a:1-alex-wilber-and-fasttrack";
}
