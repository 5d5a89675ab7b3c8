using System.Globalization;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Forgetting;

/// <summary>
/// Erases what is kept of a person, or puts somebody in the person's place. It never tells the person: that would be a message unasked.
/// Its key is the tenant and the person.
/// </summary>
internal sealed class ForgetWork(IEnumerable<PersonalData> data, IStore store, ILogger<ForgetWork> logger) : WorkKind(ForgetPerson.Work)
{
    public override int Parallelism => 1;

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        var (tenant, personId) = claim.TenantAndId();
        var name = Installation.OfPerson(personId);
        // Whoever has spoken again by now has taken back the silence, not the wish that all of this is erased.
        var order = await documents.ReadAsync(Forgotten.Kind, tenant, name, cancellationToken);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TurnCulture.Of(order?.Locale);

        var erasure = new Erasure(store, tenant, personId, new Person(Erasure.SomebodyId, Text.Somebody));
        foreach (var part in data) await part.EraseAsync(erasure, cancellationToken);
        if (order?.Conversation is { } conversation)
        {
            while ((await store.ForgetTurnsAsync(long.MaxValue, conversation, cancellationToken)).Count > 0)
            {
                // As long as there are any.
            }

            documents.Save(Forgotten.Kind, tenant, name, new Forgotten(order.At));
        }

        Log.Forgotten(logger, erasure.Count);
        return WorkResult.Done;
    }
}
