using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Adoption.Use;

/// <summary>Shows the figures that are known. They are read in the background: reports take their time, and Teams does not wait.</summary>
internal sealed class UseCommand(EngagementGate gate, UseDesk desk) : EngagementCommand("use", Text.ResourceManager, nameof(Text.PhrasesUse), Right.See, gate)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken) =>
        turn.Reply(await desk.FillAsync(turn, engagement, cancellationToken), engagement.Organisation);
}

internal sealed class UseRefresh(EngagementAccess access, UseDesk desk) : EngagementVerb("use.refresh", Right.See, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken) =>
        turn.Respond(InvokeResponse.Card(await desk.FillAsync(turn, engagement, cancellationToken)));
}

/// <summary>Shows figures, and has them read where there are none yet, or old ones.</summary>
internal sealed class UseDesk(UseCard card)
{
    /// <summary>Reports change once a day at the most.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    public async ValueTask<RawJson> FillAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        var series = await UseDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken);
        var now = turn.Clock.GetUtcNow();
        if (!engagement.IsClosed && !(now - series.Last?.At < Fresh)) UseWork.Queue(turn.Documents, turn.TenantId, engagement, now);
        return card.Fill(engagement, series);
    }
}
