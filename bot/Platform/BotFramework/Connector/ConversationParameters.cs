using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>What a conversation is created with. Teams takes two shapes of it and refuses all others, group chats among them.</summary>
internal sealed record ConversationParameters
{
    public bool IsGroup { get; init; }
    public ChannelAccount? Bot { get; init; }
    public IReadOnlyList<ChannelAccount>? Members { get; init; }
    public string? TenantId { get; init; }
    public TeamsChannelData? ChannelData { get; init; }
    public Activity? Activity { get; init; }

    public static ConversationParameters Personal(string botId, string userId, string tenantId) => new()
    {
        Bot = new ChannelAccount { Id = botId },
        Members = [new ChannelAccount { Id = userId }],
        TenantId = tenantId,
        ChannelData = new TeamsChannelData { Tenant = new TenantInfo(tenantId) },
    };

    public static ConversationParameters ChannelPost(string channelId, string tenantId, Activity first) => new()
    {
        IsGroup = true,
        TenantId = tenantId,
        ChannelData = new TeamsChannelData { Channel = new ChannelInfo(channelId), Tenant = new TenantInfo(tenantId) },
        Activity = first,
    };
}

/// <param name="Id">The conversation; of a channel post, the thread.</param>
/// <param name="ActivityId">The first message of a channel post; none for a personal conversation.</param>
public sealed record ConversationResourceResponse(string Id, string? ActivityId = null);
