using System.Text.Json.Serialization;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Remediation.Posts;

/// <summary>A card with items of the remediation plan that somebody posted into a conversation, and that follows them until all are done.</summary>
/// <param name="To">Where it stands; a channel without a thread gets it as a thread of its own.</param>
/// <param name="Items">Ids of the plan's items.</param>
/// <param name="Note">What the poster has to say about it.</param>
public sealed record RemediationPost(string Id, ConversationReference To, IReadOnlyList<string> Items, string? Note, Person By, DateTimeOffset At)
{
    /// <summary>A digest of the card as it stands there now; null: it is not there yet.</summary>
    public string? Shown { get; init; }
}

/// <summary>How posts are stored: those of an engagement in a partition of their own.</summary>
internal static class RemediationPosts
{
    public static readonly DocumentKind<RemediationPost> Kind = new("remediation-post", () => PostJson.Default.RemediationPost);

    public static string Partition(string tenantId, string engagementId) => $"{tenantId}/{engagementId}";

    /// <summary>Has the posts of an engagement shown as they should be now.</summary>
    public static void Queue(DocumentSession documents, string tenantId, string engagementId, DateTimeOffset due) =>
        documents.Queue(PostWork.KindName, $"{tenantId}/{engagementId}", due);
}

/// <summary>What somebody is about to post, while Teams shows the preview.</summary>
internal sealed record PostDraft(string EngagementId, PostForm Form);

/// <summary>What the dialog asks for.</summary>
/// <param name="Owner">The object id of who is to see to all of the items; null leaves each with its owner.</param>
internal sealed record PostForm(IReadOnlyList<string> Items, string? Owner, DateOnly? Due, string? Note)
{
    public static readonly PostForm Empty = new([], null, null, null);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RemediationPost))]
[JsonSerializable(typeof(PostDraft))]
[JsonSerializable(typeof(PostCardModel))]
[JsonSerializable(typeof(PostDialogModel))]
internal sealed partial class PostJson : JsonSerializerContext;
