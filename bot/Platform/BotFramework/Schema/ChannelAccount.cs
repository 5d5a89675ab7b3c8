namespace FastTrackBot.Platform.BotFramework.Schema;

/// <summary>A person or a bot in a conversation.</summary>
public sealed record ChannelAccount
{
    /// <summary>The channel's id: <c>29:…</c> for a person (differs per bot), <c>28:{appId}</c> for a bot.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The Entra object id: the key of a person across systems. Not always a GUID in the local client.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>The Entra object id as the older members endpoint calls it.</summary>
    public string? ObjectId { get; init; }

    public string? Email { get; init; }
    public string? UserPrincipalName { get; init; }
    public string? TenantId { get; init; }
    public string? UserRole { get; init; }
}
