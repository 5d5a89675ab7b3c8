namespace FastTrackBot.Platform.BotFramework.Schema;

/// <summary>All that is needed to write into a conversation later, without anyone asking.</summary>
/// <param name="ServiceUrl">Taken only from an activity whose sender was validated.</param>
/// <param name="UserId">The person's channel id (<c>29:…</c>), none in a channel.</param>
public sealed record ConversationReference(
    string ServiceUrl,
    string ConversationId,
    string? ConversationType,
    string? TenantId,
    string? BotId,
    string? UserId,
    string? UserAadObjectId,
    string? Locale)
{
    /// <summary>A message from the bot into the conversation, still without words.</summary>
    public Activity NewMessage() => new()
    {
        Type = ActivityTypes.Message,
        From = BotId is { } bot ? new ChannelAccount { Id = bot } : null,
        Recipient = UserId is { } user ? new ChannelAccount { Id = user } : null,
        Conversation = new ConversationAccount { Id = ConversationId, ConversationType = ConversationType },
        Locale = Locale,
    };
}
