using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Connector;

/// <param name="Id">The <c>19:…</c> id, equal to that of the General channel.</param>
/// <param name="AadGroupId">The Microsoft 365 group behind the team: what Graph wants.</param>
public sealed record TeamDetails(
    string? Id, string? Name, string? AadGroupId, string? TenantId = null, string? Type = null, int? ChannelCount = null, int? MemberCount = null);

internal sealed record TeamChannels(IReadOnlyList<ChannelInfo>? Conversations);

internal sealed record MembersPage(IReadOnlyList<ChannelAccount>? Members, string? ContinuationToken);
