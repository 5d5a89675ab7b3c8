using System.Text.Json;

namespace FastTrackBot.Platform.BotFramework.Schema;

/// <summary>
/// One thing that happened in a conversation, in or out, as the Bot Framework protocol writes it.
/// Only the properties that a Teams bot reads or writes are here; all others are passed over.
/// </summary>
public sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }

    /// <summary>Where to answer. Worth nothing before the caller's token, or the list of known hosts, has vouched for it.</summary>
    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public TeamsChannelData? ChannelData { get; init; }
    public IReadOnlyList<Entity>? Entities { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public string? Locale { get; init; }
    public string? LocalTimezone { get; init; }

    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Summary { get; init; }
    public string? ReplyToId { get; init; }
    public string? DeliveryMode { get; init; }

    /// <summary>The name of an invoke or an event.</summary>
    public string? Name { get; init; }

    /// <summary>What a card, a dialog or a message extension submits.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>What an <c>installationUpdate</c> does: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }
    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }
}
