using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>Shows the checkpoints of an engagement.</summary>
internal sealed class CheckpointsCommand(EngagementGate gate, CheckpointDesk desk)
    : EngagementCommand("checkpoints", Text.ResourceManager, nameof(Text.PhrasesCheckpoints), Right.See, gate)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        var all = await CheckpointDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken);
        turn.Reply(await desk.ListAsync(turn, engagement, all, new CheckpointPage(), cancellationToken), engagement.Organisation);
    }
}

/// <summary>Begins to plan them.</summary>
internal sealed class PlanCommand(EngagementGate gate) : Command("plan-checkpoints", Text.ResourceManager, nameof(Text.PhrasesPlan))
{
    public override bool BeginsDialog => true;

    public override async ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var id = arguments.GetValueOrDefault(EngagementVerb.Argument);
        if (await gate.OpenAsync(dialogs.Turn, id, Right.PlanCheckpoints, cancellationToken) is { } engagement)
        {
            var about = new Dictionary<string, string> { [EngagementVerb.Argument] = engagement.Id };
            await dialogs.BeginAsync(PlanDialog.DialogId, about, cancellationToken);
        }
    }
}

/// <summary>Where something was missed, the status says so.</summary>
internal sealed class MissedStatus(EngagementAccess access, CheckpointDesk desk) : StatusPart
{
    public override async ValueTask<bool> ShowAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var missed = (await access.ListAsync(turn, cancellationToken)).FirstOrDefault(engagement => engagement is { MissedCheckpoints: > 0, IsClosed: false });
        if (missed is null) return false;
        var all = await CheckpointDocument.ReadAsync(turn.Documents, turn.TenantId, missed.Id, cancellationToken);
        turn.Reply(await desk.ListAsync(turn, missed, all, new CheckpointPage(), cancellationToken), missed.Organisation);
        return true;
    }
}
