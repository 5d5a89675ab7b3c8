using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>What people were reminded of, and how they want to be.</summary>
internal sealed class ReminderData : PersonalData
{
    public override async ValueTask<IReadOnlyList<KeptData>> TellAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        List<KeptData> kept = [];
        if (await ReminderDesk.ReadAsync(turn, cancellationToken) is not null) kept.Add(new KeptData(Text.Kept_Digest));
        if (await turn.Documents.ReadAsync(DigestDocument.Settings, turn.TenantId, turn.Sender.ObjectId, cancellationToken) is not null) kept.Add(new KeptData(Text.Kept_Settings));
        return kept;
    }

    public override async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        await erasure.EraseAsync(DigestDocument.Settings, erasure.PersonId, cancellationToken);
        await erasure.EraseAsync(DigestDocument.Kind, erasure.PersonId, cancellationToken);
        await erasure.EraseAsync(AppInstallation.Kind, erasure.PersonId, cancellationToken);
        // Ids of these are checkpoint|hours|person|start.
        await erasure.EachAsync(DigestDocument.Reminded, (key, reminded) => erasure.Is(key.Id.Split('|').ElementAtOrDefault(2)) ? null : reminded, cancellationToken);
        await erasure.EachAsync(DigestDocument.Place, (_, place) => erasure.Is(place.By) ? place with { By = erasure.Somebody } : place, cancellationToken);
    }
}
