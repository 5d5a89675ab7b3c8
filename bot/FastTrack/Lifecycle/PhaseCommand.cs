using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>Where the engagement stands among its phases, and what has to happen before it goes on.</summary>
public sealed class PhaseCommand(EngagementGate gate, PhaseView view)
    : EngagementCommand("phase", Text.ResourceManager, nameof(Text.PhrasesPhase), Right.See, gate)
{
    protected override ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken) =>
        view.ShowAsync(turn, engagement, cancellationToken);
}
