using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>Questions that are being answered at this moment, and how many there were today.</summary>
internal sealed class ModelData : PersonalData
{
    public override async ValueTask<IReadOnlyList<KeptData>> TellAsync(TurnContext turn, CancellationToken cancellationToken) =>
        await turn.Documents.ReadAsync(ModelDocuments.Use, turn.TenantId, turn.Sender.ObjectId, cancellationToken) is not null ? [new KeptData(Text.Kept_Questions)] : [];

    public override async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        await erasure.EraseAsync(ModelDocuments.Use, erasure.PersonId, cancellationToken);
        await erasure.EachAsync(ModelDocuments.Asked, (_, asked) => erasure.Is(Sender.Of(asked.Activity).ObjectId) ? null : asked, cancellationToken);
    }
}
