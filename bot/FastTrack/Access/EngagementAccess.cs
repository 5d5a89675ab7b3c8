using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Access;

/// <summary>
/// Finds engagements for the person who asks: those of the person's own tenant only, and of those only what the person may see.
/// An id that a card sends opens nothing by itself.
/// </summary>
public sealed class EngagementAccess(Roles roles)
{
    /// <summary>The newest first.</summary>
    public ValueTask<IReadOnlyList<Engagement>> ListAsync(TurnContext turn, CancellationToken cancellationToken) =>
        ListAsync(turn, Right.See, cancellationToken);

    /// <summary>Those in which the person has the right, the newest first.</summary>
    public async ValueTask<IReadOnlyList<Engagement>> ListAsync(TurnContext turn, Right right, CancellationToken cancellationToken)
    {
        var all = await turn.Documents.ReadAllAsync(EngagementDocument.Kind, turn.TenantId, cancellationToken);
        List<Engagement> mine = [];
        foreach (var engagement in all)
        {
            if (await MayAsync(turn, engagement, right, cancellationToken)) mine.Add(engagement);
        }

        return [.. mine.OrderByDescending(engagement => engagement.StartedAt)];
    }

    public async ValueTask<Engagement?> FindAsync(TurnContext turn, string? id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(id)) return null;
        var engagement = await turn.Documents.ReadAsync(EngagementDocument.Kind, turn.TenantId, id, cancellationToken);
        return engagement is not null && await MayAsync(turn, engagement, Right.See, cancellationToken) ? engagement : null;
    }

    /// <summary>The engagement that a command without an id is about: the newest that is not closed.</summary>
    public async ValueTask<Engagement?> FindOrNewestAsync(TurnContext turn, string? id, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(id)
            ? (await ListAsync(turn, cancellationToken)).OrderBy(engagement => engagement.IsClosed).FirstOrDefault()
            : await FindAsync(turn, id, cancellationToken);

    /// <summary>All that the person may do with it.</summary>
    public async ValueTask<IReadOnlySet<Right>> RightsAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken) =>
        RightsTable.Given(await roles.InAsync(turn.Sender, engagement, cancellationToken));

    public async ValueTask<bool> MayAsync(TurnContext turn, Engagement engagement, Right right, CancellationToken cancellationToken) =>
        RightsTable.Allows(right, await roles.InAsync(turn.Sender, engagement, cancellationToken));
}
