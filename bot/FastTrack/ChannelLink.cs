using System.Text.Json.Serialization;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>The channel in which an engagement's project team works. An engagement has one at most, and a channel one engagement.</summary>
/// <param name="Channel">The channel itself, no thread in it.</param>
/// <param name="Name">As people know it: the team's name and the channel's.</param>
public sealed record ChannelLink(string EngagementId, ConversationReference Channel, string Name, Person By, DateTimeOffset At);

/// <summary>How links are stored: by engagement, and by channel for the way back.</summary>
internal static class ChannelLinks
{
    internal static readonly DocumentKind<ChannelLink> Kind = new("channel-link", () => ChannelJson.Default.ChannelLink);
    private static readonly DocumentKind<LinkedChannel> Back = new("linked-channel", () => ChannelJson.Default.LinkedChannel);

    /// <returns>Null where the engagement has no channel.</returns>
    public static ValueTask<ChannelLink?> OfAsync(DocumentSession documents, string tenantId, string engagementId, CancellationToken cancellationToken) =>
        documents.ReadAsync(Kind, tenantId, engagementId, cancellationToken);

    /// <returns>The id of the engagement that the conversation's channel is linked to, or null.</returns>
    public static async ValueTask<string?> EngagementOfAsync(
        DocumentSession documents, string tenantId, string conversationId, CancellationToken cancellationToken) =>
        (await documents.ReadAsync(Back, tenantId, Installation.WithoutThread(conversationId), cancellationToken))?.EngagementId;

    /// <summary>Links; what either of the two was linked to before is so no more.</summary>
    public static async ValueTask SaveAsync(DocumentSession documents, string tenantId, ChannelLink link, CancellationToken cancellationToken)
    {
        var channel = link.Channel.ConversationId;
        if (await OfAsync(documents, tenantId, link.EngagementId, cancellationToken) is { } old && old.Channel.ConversationId != channel)
            await DeleteBackAsync(documents, tenantId, old.Channel.ConversationId, cancellationToken);
        if (await EngagementOfAsync(documents, tenantId, channel, cancellationToken) is { } other && other != link.EngagementId)
            await DeleteAsync(documents, tenantId, other, cancellationToken);
        documents.Save(Kind, tenantId, link.EngagementId, link);
        documents.Save(Back, tenantId, channel, new LinkedChannel(link.EngagementId));
    }

    /// <summary>The bot was removed from the channel's team.</summary>
    public static async ValueTask ForgetAsync(DocumentSession documents, string tenantId, string conversationId, CancellationToken cancellationToken)
    {
        if (await EngagementOfAsync(documents, tenantId, conversationId, cancellationToken) is not { } engagementId) return;
        await DeleteAsync(documents, tenantId, engagementId, cancellationToken);
        documents.Delete(Back, tenantId, Installation.WithoutThread(conversationId));
    }

    /// <summary>The engagement has no channel any more.</summary>
    public static async ValueTask UnlinkAsync(DocumentSession documents, string tenantId, string engagementId, CancellationToken cancellationToken)
    {
        if (await OfAsync(documents, tenantId, engagementId, cancellationToken) is not { } link) return;
        await DeleteBackAsync(documents, tenantId, link.Channel.ConversationId, cancellationToken);
        documents.Delete(Kind, tenantId, engagementId);
    }

    private static async ValueTask DeleteAsync(DocumentSession documents, string tenantId, string engagementId, CancellationToken cancellationToken)
    {
        if (await OfAsync(documents, tenantId, engagementId, cancellationToken) is not null) documents.Delete(Kind, tenantId, engagementId);
    }

    private static async ValueTask DeleteBackAsync(DocumentSession documents, string tenantId, string channelId, CancellationToken cancellationToken)
    {
        if (await documents.ReadAsync(Back, tenantId, channelId, cancellationToken) is not null) documents.Delete(Back, tenantId, channelId);
    }
}

internal sealed record LinkedChannel(string EngagementId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChannelLink))]
[JsonSerializable(typeof(LinkedChannel))]
internal sealed partial class ChannelJson : JsonSerializerContext;
