using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>Puts checkpoints before people, each with what they may do, and keeps what they change.</summary>
internal sealed class CheckpointDesk(EngagementAccess access, CheckpointListCard list, MeetingCard meeting, Agendas agendas)
{
    public async ValueTask<RawJson> ListAsync(
        TurnContext turn, Engagement engagement, IReadOnlyList<Checkpoint> all, CheckpointPage page, CancellationToken cancellationToken)
    {
        // In a group everyone sees the same card: a button for some is refused to the others.
        var mayPlan = !turn.IsPersonal || await access.MayAsync(turn, engagement, Right.PlanCheckpoints, cancellationToken);
        return list.Fill(engagement, all, mayPlan, await TroubleAsync(turn, engagement, cancellationToken), page);
    }

    public async ValueTask<RawJson> MeetingAsync(
        TurnContext turn, Engagement engagement, IReadOnlyList<Checkpoint> all, Checkpoint checkpoint, string? notice, CancellationToken cancellationToken)
    {
        var rights = await access.RightsAsync(turn, engagement, cancellationToken);
        var agenda = await agendas.OfAsync(turn, engagement, all, checkpoint, cancellationToken);
        return meeting.Fill(engagement, checkpoint, agenda, rights, new MeetingNotes(notice, await TroubleAsync(turn, engagement, cancellationToken)));
    }

    /// <summary>Saves what changed, and has the calendar told.</summary>
    /// <returns>The engagement as it is now.</returns>
    public static Engagement Save(TurnContext turn, Engagement engagement, IReadOnlyList<Checkpoint> before, CheckpointChange change)
    {
        if (change.Events.Count == 0) return engagement;
        var now = turn.Clock.GetUtcNow();
        CheckpointDocument.QueueWork(turn.Documents, turn.TenantId, engagement.Id, now);
        return CheckpointDocument.Save(turn.Documents, turn.TenantId, engagement, before, change, now);
    }

    private static async ValueTask<CalendarTrouble?> TroubleAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken) =>
        (await turn.Documents.ReadAsync(CalendarNote.Kind, turn.TenantId, engagement.Id, cancellationToken))?.Trouble;
}
