using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Feedback;

/// <summary>What somebody said about answers and tips.</summary>
internal sealed class FeedbackData : PersonalData
{
    public override async ValueTask<IReadOnlyList<KeptData>> TellAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var all = await turn.Documents.ReadAllAsync(FeedbackDocument.Kind, turn.TenantId, cancellationToken);
        var mine = all.Count(given => string.Equals(given.By.ObjectId, turn.Sender.ObjectId, StringComparison.OrdinalIgnoreCase));
        return mine == 0 ? [] : [new KeptData(Text.Kept.With(mine))];
    }

    public override async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken) =>
        await erasure.EachAsync(FeedbackDocument.Kind, (_, given) => erasure.Is(given.By) ? null : given, cancellationToken);
}
