using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Channels;

/// <summary>Links the channel of a turn to an engagement, whose cards and reminders it then gets.</summary>
public sealed class ChannelLinking(EngagementAccess access, Notice notice)
{
    /// <summary>The engagements that the person may link a channel to.</summary>
    public async ValueTask<IReadOnlyList<Engagement>> ChoicesAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var mine = await access.ListAsync(turn, Right.ManageTeam, cancellationToken);
        return [.. mine.Where(engagement => !engagement.IsClosed)];
    }

    public async ValueTask LinkAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        var now = turn.Clock.GetUtcNow();
        var channel = turn.Conversation with { ConversationId = Installation.WithoutThread(turn.Conversation.ConversationId), UserId = null, UserAadObjectId = null };
        var link = new ChannelLink(engagement.Id, channel, NameOf(turn.Activity.ChannelData), turn.Person(), now);
        await ChannelLinks.SaveAsync(turn.Documents, turn.TenantId, link, cancellationToken);
        EngagementDocument.Save(turn.Documents, turn.TenantId, engagement, new EngagementEvent(EventKind.ChannelLinked, link.By, now, link.Name));
        notice.Show(turn, Text.Title, Text.Linked.With(engagement.Organisation));
    }

    /// <summary>Teams gives the channel General no name.</summary>
    private static string NameOf(TeamsChannelData? data) => string.Join(" › ", new[] { data?.Team?.Name, data?.Channel?.Name ?? Text.General }.OfType<string>());
}
