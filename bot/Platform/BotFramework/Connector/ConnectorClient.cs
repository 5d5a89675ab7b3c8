using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>
/// Writes to Teams. Each call goes only to a trusted service URL, waits out Teams' limits within reason, and throws
/// <see cref="ConnectorException"/> when it did not succeed. A message is one text or one card: Teams splits anything else.
/// </summary>
public sealed class ConnectorClient
{
    private readonly ConnectorTransport _transport;
    private readonly ConnectorUrl _url;

    internal ConnectorClient(ConnectorTransport transport, ConnectorUrl url) => (_transport, _url) = (transport, url);

    /// <summary>The id of the new message; null when Teams gives none, as for typing.</summary>
    public async Task<string?> SendAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken)
    {
        var url = _url.Activities(serviceUrl, conversationId);
        return await PostAsync(url, activity, StartsThread(conversationId) ? Repeat.Never : Repeat.Once, cancellationToken);
    }

    /// <summary>As <see cref="SendAsync"/>, but tried once only: for whoever has a queue, and knows when to come again.</summary>
    public Task<string?> SendOnceAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken) =>
        PostAsync(_url.Activities(serviceUrl, conversationId), activity, Repeat.ByCaller, cancellationToken);

    /// <summary>As <see cref="SendAsync"/>. In a channel the thread is part of the conversation's id; the activity's id does not choose it.</summary>
    public async Task<string?> ReplyAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var reply = activity.ReplyToId is null ? activity with { ReplyToId = activityId } : activity;
        return await PostAsync(_url.Activity(serviceUrl, conversationId, activityId), reply, Repeat.Once, cancellationToken);
    }

    public async Task UpdateAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        var url = _url.Activity(serviceUrl, conversationId, activityId);
        await SendAsync(HttpMethod.Put, url, Json(activity, ActivityJson.Default.Activity), Repeat.Freely, cancellationToken);
    }

    /// <summary>A message that is gone already counts as deleted.</summary>
    public async Task DeleteAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(HttpMethod.Delete, _url.Activity(serviceUrl, conversationId, activityId), default, Repeat.Freely, cancellationToken);
        }
        catch (ConnectorException gone) when (gone.IsGone)
        {
        }
    }

    /// <summary>The personal conversation with someone who has the app; the one that exists already, if there is one.</summary>
    /// <param name="botId"><c>28:{appId}</c></param>
    /// <param name="userId">The channel's id of the person (<c>29:…</c>).</param>
    public Task<ConversationResourceResponse> CreatePersonalConversationAsync(
        string serviceUrl, string botId, string userId, string tenantId, CancellationToken cancellationToken) =>
        CreateAsync(serviceUrl, ConversationParameters.Personal(botId, userId, tenantId), Repeat.Freely, cancellationToken);

    /// <summary>Starts a thread in a channel with its first message.</summary>
    public Task<ConversationResourceResponse> CreateChannelConversationAsync(
        string serviceUrl, string channelId, string tenantId, Activity first, CancellationToken cancellationToken) =>
        CreateAsync(serviceUrl, ConversationParameters.ChannelPost(channelId, tenantId, first), Repeat.Never, cancellationToken);

    /// <param name="memberId">The channel's id (<c>29:…</c>), the Entra object id or the user principal name.</param>
    public async Task<ChannelAccount> GetMemberAsync(string serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken) =>
        await GetAsync(_url.Member(serviceUrl, conversationId, memberId), ConnectorJson.Default.ChannelAccount, cancellationToken);

    public async IAsyncEnumerable<ChannelAccount> GetMembersAsync(
        string serviceUrl, string conversationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await GetAsync(_url.Members(serviceUrl, conversationId, next), ConnectorJson.Default.MembersPage, cancellationToken);
            foreach (var member in page.Members ?? [])
                yield return member;
            next = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));
    }

    public async Task<TeamDetails> GetTeamAsync(string serviceUrl, string teamId, CancellationToken cancellationToken) =>
        await GetAsync(_url.Team(serviceUrl, teamId), ConnectorJson.Default.TeamDetails, cancellationToken);

    /// <summary>The General channel has the team's id and no name.</summary>
    public async Task<IReadOnlyList<ChannelInfo>> GetTeamChannelsAsync(string serviceUrl, string teamId, CancellationToken cancellationToken)
    {
        var url = new Uri(_url.Team(serviceUrl, teamId) + "/conversations");
        return (await GetAsync(url, ConnectorJson.Default.TeamChannels, cancellationToken)).Conversations ?? [];
    }

    private async Task<string?> PostAsync(Uri url, Activity activity, Repeat repeat, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Post, url, Json(activity, ActivityJson.Default.Activity), repeat, cancellationToken)).ReadId();

    private async Task<ConversationResourceResponse> CreateAsync(
        string serviceUrl, ConversationParameters parameters, Repeat repeat, CancellationToken cancellationToken)
    {
        var body = Json(parameters, ConnectorJson.Default.ConversationParameters);
        var response = await SendAsync(HttpMethod.Post, _url.Of(serviceUrl, "/v3/conversations"), body, repeat, cancellationToken);
        return Read(response, ConnectorJson.Default.ConversationResourceResponse);
    }

    private async Task<T> GetAsync<T>(Uri url, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        Read(await SendAsync(HttpMethod.Get, url, default, Repeat.Freely, cancellationToken), type);

    private Task<ConnectorResponse> SendAsync(HttpMethod method, Uri url, ReadOnlyMemory<byte> body, Repeat repeat, CancellationToken cancellationToken) =>
        _transport.SendAsync(new ConnectorRequest(method, url, body, repeat), cancellationToken);

    // An array of its own, not a pooled one: after a time-out the network may still be reading it.
    private static ReadOnlyMemory<byte> Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    private static T Read<T>(ConnectorResponse response, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(response.Body, type) ?? throw new JsonException("The answer is null");
        }
        catch (JsonException reason)
        {
            throw new ConnectorException(response.Status, null, "The connector's answer cannot be read", reason);
        }
    }

    /// <summary>A message to a channel, rather than to one of its threads, is a new post.</summary>
    private static bool StartsThread(string conversationId) =>
        conversationId.EndsWith("@thread.tacv2", StringComparison.Ordinal) || conversationId.EndsWith("@thread.skype", StringComparison.Ordinal);
}
