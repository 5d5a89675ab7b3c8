using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>Facts about engagements for the model: of the asker's own, by the asker's rights at this moment, and no more than a question needs.</summary>
internal sealed class EngagementReader(EngagementAccess access)
{
    private const int MostEngagements = 10;
    private const int MostItems = 20;
    private const int LongestWords = 200;

    public async ValueTask<IReadOnlyList<EngagementLine>> ListAsync(TurnContext asker, CancellationToken cancellationToken) =>
    [
        .. (await access.ListAsync(asker, cancellationToken)).Take(MostEngagements).Select(engagement => new EngagementLine(
            engagement.Id, Short(engagement.Organisation), Names.Of(engagement.Phase), Day(engagement.StartedAt), engagement.IsClosed)),
    ];

    /// <param name="id">As the model has it, and so worth nothing by itself.</param>
    public ValueTask<Engagement?> FindAsync(TurnContext asker, string? id, CancellationToken cancellationToken) => access.FindOrNewestAsync(asker, id, cancellationToken);

    public static EngagementFacts StatusOf(Engagement engagement) => new(
        Short(engagement.Organisation), Names.Of(engagement.Phase), Day(engagement.PhaseSince), [.. engagement.Workloads.Select(Names.OfWorkload)])
    {
        TasksDone = engagement.Current.Count(item => item.IsDone),
        TasksInPhase = engagement.Current.Count(),
        Blocked = engagement.Current.Count(item => item.Blocked is not null),
        NextCheckpoint = engagement.NextCheckpoint is { } next ? Day(next) : null,
        Closed = engagement.IsClosed,
    };

    public static OpenItems OpenItemsOf(Engagement engagement)
    {
        var open = engagement.Current.Where(item => !item.IsDone).OrderBy(item => item.Due).ToList();
        return new OpenItems(
            [.. open.Take(MostItems).Select(item => new OpenItem(
                Names.OfItem(item.Id), Days.Iso(item.Due), Short((item.Owner ?? engagement.Owner).Name), item.Blocked is { } why ? Short(why) : null))],
            Math.Max(0, open.Count - MostItems));
    }

    public static async ValueTask<NextCheckpoint> NextCheckpointAsync(TurnContext asker, Engagement engagement, CancellationToken cancellationToken)
    {
        var all = await CheckpointDocument.ReadAsync(asker.Documents, asker.TenantId, engagement.Id, cancellationToken);
        return all.FirstOrDefault(checkpoint => checkpoint.IsAhead && checkpoint.Start >= asker.Clock.GetUtcNow()) is { } next
            ? new NextCheckpoint(next.LocalStart.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), next.Zone, (int)next.Duration.TotalMinutes, next.Kind.ToString())
            : new NextCheckpoint(null, null, null, null);
    }

    private static string Short(string words) => Words.Cut(words, LongestWords);

    private static string Day(DateTimeOffset moment) => Days.Iso(DateOnly.FromDateTime(moment.UtcDateTime));
}
