using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Enablement.Pilot;

/// <summary>People whom others named for a pilot, with their address and what they lack. They leave the lists.</summary>
internal sealed class PilotData(TimeProvider clock) : PersonalData
{
    public override async ValueTask<IReadOnlyList<KeptData>> TellAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var engagement in await turn.Documents.ReadAllAsync(EngagementDocument.Kind, turn.TenantId, cancellationToken))
        {
            var list = await turn.Documents.ReadAsync(PilotDocument.Kind, turn.TenantId, engagement.Id, cancellationToken);
            if (list?.People.Any(person => person.Id == turn.Sender.ObjectId) == true) count++;
        }

        return count > 0 ? [new KeptData(Text.Kept_Pilot.With(count))] : [];
    }

    public override async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        List<string> lists = [];
        await foreach (var (key, list) in new DocumentSweep(erasure.Store).ReadAsync(PilotDocument.Kind, cancellationToken))
        {
            if (key.Partition == erasure.TenantId && list.People.Any(person => erasure.Is(person.Id) || erasure.Is(person.Said?.By))) lists.Add(key.Id);
        }

        foreach (var id in lists) await erasure.ChangeAsync(documents => LeaveAsync(documents, id, erasure, cancellationToken), cancellationToken);
    }

    private async ValueTask LeaveAsync(DocumentSession documents, string engagementId, Erasure erasure, CancellationToken cancellationToken)
    {
        if (await documents.ReadAsync(PilotDocument.Kind, erasure.TenantId, engagementId, cancellationToken) is not { } list) return;
        var left = list.People.Where(person => !erasure.Is(person.Id)).ToList();
        documents.Save(PilotDocument.Kind, erasure.TenantId, engagementId, new PilotList([.. left.Select(person => person with { Said = erasure.Replace(person.Said) })]));
        if (left.Count == list.People.Count || await documents.ReadAsync(EngagementDocument.Kind, erasure.TenantId, engagementId, cancellationToken) is not { } engagement) return;
        var removed = new EngagementEvent(EventKind.PilotRemoved, erasure.Somebody, clock.GetUtcNow(), erasure.Somebody.Name);
        EngagementDocument.Save(documents, erasure.TenantId, engagement, removed);
    }
}
