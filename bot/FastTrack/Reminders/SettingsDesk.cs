using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>The settings of the person of the turn.</summary>
internal sealed class SettingsDesk(SettingsCard card, ReminderPeople people)
{
    public static async ValueTask<ReminderSettings> ReadAsync(TurnContext turn, CancellationToken cancellationToken) =>
        await turn.Documents.ReadAsync(DigestDocument.Settings, turn.TenantId, turn.Sender.ObjectId, cancellationToken) ?? new ReminderSettings();

    public async ValueTask<RawJson> FillAsync(TurnContext turn, string? notice, CancellationToken cancellationToken)
    {
        var digest = await turn.Documents.ReadAsync(DigestDocument.Kind, turn.TenantId, turn.Sender.ObjectId, cancellationToken);
        var where = await people.ReadAsync(turn.Documents, turn.TenantId, turn.Sender.ObjectId, digest?.Zone, cancellationToken);
        List<Engagement> muted = [];
        foreach (var id in where.Settings.Muted)
        {
            if (await turn.Documents.ReadAsync(EngagementDocument.Kind, turn.TenantId, id, cancellationToken) is { } engagement) muted.Add(engagement);
        }

        return card.Fill(where, muted, notice);
    }

    /// <summary>Another hour is another time to tell what waits; the earlier one finds that it is not time yet.</summary>
    public async ValueTask RequeueAsync(TurnContext turn, ReminderSettings settings, CancellationToken cancellationToken)
    {
        if (await turn.Documents.ReadAsync(DigestDocument.Kind, turn.TenantId, turn.Sender.ObjectId, cancellationToken) is not { } digest) return;
        var where = await people.ReadAsync(turn.Documents, turn.TenantId, turn.Sender.ObjectId, digest.Zone, cancellationToken);
        DigestWork.Queue(turn.Documents, turn.TenantId, digest, where with { Settings = settings }, turn.Clock.GetUtcNow());
    }
}
