using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Forgetting;

/// <summary>What the bot keeps of anyone who talks to it. The installation goes with the turn that asks for it, not here: whoever speaks again has a new one.</summary>
internal sealed class ConversationData : PersonalData
{
    public override async ValueTask<IReadOnlyList<KeptData>> TellAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        List<KeptData> kept = [new KeptData(Text.Kept_Chat)];
        if (await turn.Documents.ReadAsync(ConversationState.Kind, turn.TenantId, turn.PersonKey, cancellationToken) is not null) kept.Add(new KeptData(Text.Kept_Dialog));
        kept.Add(new KeptData(Text.Kept_Answers));
        return kept;
    }

    public override async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        var (end, within) = ($"|{erasure.PersonId}", $"|{erasure.PersonId}|");
        await erasure.EachAsync(ConversationState.Kind, (key, state) => key.Id.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? null : state, cancellationToken);
        await erasure.EachAsync(TurnContext.Posted, (key, posted) => key.Id.Contains(within, StringComparison.OrdinalIgnoreCase) ? null : posted, cancellationToken);
    }
}
