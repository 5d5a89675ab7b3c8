using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>
/// Tells one person, once a day and in the morning, all that there is to tell. It reads the engagements that are named and no others, and
/// leaves out what was done meanwhile. Its key is the tenant and the person.
/// </summary>
internal sealed class DigestWork(IStore store, ReminderPeople people, DigestSender sender, TimeProvider clock) : WorkKind(KindName)
{
    public const string KindName = "digest";

    /// <summary>After so many tries that failed for no fault of the person's, the reminder is given up.</summary>
    private const int MostTries = 8;

    /// <summary>Has the person told on the next morning on which there is something to tell.</summary>
    public static void Queue(DocumentSession documents, string tenantId, Digest digest, ReminderPerson where, DateTimeOffset now)
    {
        if (DigestRules.NextMorning(digest, where.Zone, now, where.Settings, where.Policy) is { } morning)
            documents.Queue(KindName, $"{tenantId}/{digest.Person.ObjectId}", morning);
    }

    /// <summary>Most of the time each waits for Teams, or for its moment.</summary>
    public override int Parallelism => 64;

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        var (tenant, personId) = claim.TenantAndId();
        await documents.FetchAsync(
            [DigestDocument.Kind.KeyOf(tenant, personId), Forgotten.KeyOf(tenant, personId), .. ReminderPeople.KeysOf(tenant, personId)], cancellationToken);
        if (await documents.ReadAsync(DigestDocument.Kind, tenant, personId, cancellationToken) is not { } digest) return WorkResult.Done;
        if (await Forgotten.IsAsync(documents, tenant, personId, cancellationToken))
        {
            // It was made while the person was being forgotten.
            documents.Delete(DigestDocument.Kind, tenant, personId);
            return WorkResult.Done;
        }

        var where = await people.ReadAsync(documents, tenant, personId, digest.Zone, cancellationToken);
        var (now, policy) = (clock.GetUtcNow(), where.Policy);
        var local = ZonedTime.In(now, where.Zone);
        if (DigestRules.IsTime(digest, local, where.Settings, policy))
        {
            var today = DateOnly.FromDateTime(local);
            var ready = await DigestReader.SortAsync(documents, tenant, digest, DigestRules.Ready(digest, today), where, cancellationToken);
            var result = ready.True.Count == 0 ? null : await sender.SendAsync(documents, tenant, digest, ready.True, where, cancellationToken);
            if (result is { MayRetry: true } && (result.Outcome == SendOutcome.Throttled || claim.Attempt < MostTries))
                return WorkResult.Again(result.Reason ?? "", result.Until is { } until ? until - now : null);

            sender.Tell(digest.Person, ready, result);
            var told = new Told(ready, result, today, now, policy);
            Save(documents, tenant, End(digest, told), where, now);
            return WorkResult.Done with { Settle = () => SettleAsync(tenant, personId, told, where) };
        }

        Queue(documents, tenant, digest, where, now);
        return WorkResult.Done;
    }

    private static void Save(DocumentSession documents, string tenant, Digest digest, ReminderPerson where, DateTimeOffset now)
    {
        documents.Save(DigestDocument.Kind, tenant, digest.Person.ObjectId, digest);
        Queue(documents, tenant, digest, where, now);
    }

    /// <summary>Again until it stands: what was sent is sent, whoever changed the digest meanwhile.</summary>
    private async Task SettleAsync(string tenant, string personId, Told told, ReminderPerson where)
    {
        while (true)
        {
            var documents = new DocumentSession(store);
            if (await documents.ReadAsync(DigestDocument.Kind, tenant, personId, CancellationToken.None) is not { } fresh) return;
            Save(documents, tenant, End(fresh, told), where, told.At);
            if ((await store.CommitAsync(documents.ToCommit(), CancellationToken.None)).Outcome == CommitOutcome.Committed) return;
        }
    }

    private static Digest End(Digest digest, Told told)
    {
        digest = DigestSender.End(digest, told.Ready.Obsolete, ReminderOutcome.Obsolete, told.At, told.Policy);
        digest = DigestSender.End(digest, told.Ready.Muted, ReminderOutcome.Muted, told.At, told.Policy);
        if (told.Result is not { } result) return digest;
        digest = DigestSender.End(digest, [.. told.Ready.True.Select(shown => shown.Reminder)], DigestSender.OutcomeOf(result), told.At, told.Policy);
        return result.Outcome == SendOutcome.Delivered ? digest with { LastSent = told.Today } : digest;
    }

    private sealed record Told(SortedReminders Ready, SendResult? Result, DateOnly Today, DateTimeOffset At, ReminderPolicy Policy);
}
