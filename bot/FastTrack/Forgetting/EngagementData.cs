using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Forgetting;

/// <summary>
/// People in engagements. Rights and tasks hang on who takes part, and the history is the organisation's record: both stay. Who ticked an
/// item of a list, read the tenant or linked a channel is of no consequence.
/// </summary>
internal sealed class EngagementData : PersonalData
{
    public override async ValueTask<IReadOnlyList<KeptData>> TellAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var all = await turn.Documents.ReadAllAsync(EngagementDocument.Kind, turn.TenantId, cancellationToken);
        var mine = all.Count(engagement => engagement.People.Any(person => person.ObjectId == turn.Sender.ObjectId));
        if (mine == 0) return [];
        return
        [
            new KeptData(Text.Kept_Ticks),
            new KeptData(Text.Kept_Team.With(mine), Text.Stays_Team),
            new KeptData(Text.Kept_History, Text.Stays_History),
            new KeptData(Text.Kept_Graph, Text.Stays_Graph),
        ];
    }

    public override async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        await erasure.EachAsync(EngagementDocument.Kind, (_, engagement) => WithoutTicks(engagement, erasure), cancellationToken);
        await erasure.EachAsync(TenantAssessmentDocument.Kind, (_, made) => erasure.Is(made.By) ? made with { By = erasure.Somebody } : made, cancellationToken);
        await erasure.EachAsync(ChannelLinks.Kind, (_, link) => WithoutPerson(link, erasure), cancellationToken);
    }

    private static Engagement WithoutTicks(Engagement engagement, Erasure erasure)
    {
        if (!engagement.Checklist.Any(item => erasure.Is(item.DoneBy) || erasure.Is(item.NotNeeded?.By))) return engagement;
        return engagement with
        {
            Checklist = [.. engagement.Checklist.Select(item => item with { DoneBy = item.DoneBy is { } by ? erasure.Replace(by) : null, NotNeeded = erasure.Replace(item.NotNeeded) })],
        };
    }

    private static ChannelLink WithoutPerson(ChannelLink link, Erasure erasure) =>
        erasure.Is(link.By) || erasure.Is(link.Channel.UserAadObjectId)
            ? link with { By = erasure.Replace(link.By), Channel = link.Channel with { UserId = null, UserAadObjectId = null } }
            : link;
}
