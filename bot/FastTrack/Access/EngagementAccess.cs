using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>
/// Finds engagements for the person who asks: those of the person's own tenant only, and of those only what the person may see.
/// An id that a card sends opens nothing by itself.
/// </summary>
public sealed class EngagementAccess(Roles roles)
{
    /// <summary>The newest first.</summary>
    public async ValueTask<IReadOnlyList<Engagement>> ListAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var all = await turn.Documents.ReadAllAsync(EngagementDocument.Kind, turn.TenantId, cancellationToken);
        return [.. all.Where(engagement => MaySee(turn.Sender, engagement)).OrderByDescending(engagement => engagement.StartedAt)];
    }

    public async ValueTask<Engagement?> FindAsync(TurnContext turn, string? id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(id)) return null;
        var engagement = await turn.Documents.ReadAsync(EngagementDocument.Kind, turn.TenantId, id, cancellationToken);
        return engagement is not null && MaySee(turn.Sender, engagement) ? engagement : null;
    }

    private bool MaySee(Sender sender, Engagement engagement) =>
        engagement.Owner.ObjectId == sender.ObjectId || roles.Has(sender, Role.Admin) || roles.Has(sender, Role.Specialist);
}
