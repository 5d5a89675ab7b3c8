using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>
/// Looks at one engagement, whenever it has changed and whenever something in it falls due, and hands each person's part to that person's
/// digest. Nothing ever looks at all engagements. Its key is the tenant and the engagement.
/// </summary>
internal sealed class ReminderWork(ReminderPeople people, CheckpointQueue checkpoints, IOptions<ReminderOptions> options, TimeProvider clock)
    : WorkKind(EngagementDocument.RemindersWork)
{
    public override int Parallelism => 16;

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            await BeginWork.ForgetAsync(documents, cancellationToken);
            return WorkResult.Done;
        }

        var (tenant, id) = claim.TenantAndId();
        if (await documents.ReadAsync(EngagementDocument.Kind, tenant, id, cancellationToken) is not { } engagement) return WorkResult.Done;

        var now = clock.GetUtcNow();
        var remediation = await documents.ReadAsync(RemediationDocument.Kind, tenant, id, cancellationToken);
        var adoption = await documents.ReadAsync(AdoptionDocument.Kind, tenant, id, cancellationToken);
        var meetings = await CheckpointDocument.ReadAsync(documents, tenant, id, cancellationToken);
        var plan = ReminderRules.Due(new ReminderSubject(engagement, remediation, meetings, adoption), people.Policy, now);
        foreach (var part in plan.Soon.GroupBy(to => to.Person.ObjectId))
        {
            await HandAsync(documents, tenant, engagement, [.. part], now, cancellationToken);
        }

        DateTimeOffset?[] looks = [plan.Next, await checkpoints.QueueAsync(documents, tenant, engagement, now, cancellationToken)];
        if (looks.Min() is { } next) documents.Queue(Name, claim.Key, next);
        return WorkResult.Done;
    }

    private async Task HandAsync(
        DocumentSession documents, string tenant, Engagement engagement, IReadOnlyList<PersonalReminder> part, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = part[0].Person;
        if (await Forgotten.IsAsync(documents, tenant, person.ObjectId, cancellationToken)) return;
        var before = await documents.ReadAsync(DigestDocument.Kind, tenant, person.ObjectId, cancellationToken)
            ?? new Digest(person, [], []) { Zone = engagement.TimeZone };
        var after = DigestRules.Add(before, part.Select(to => to.Reminder));
        if (after == before) return;
        documents.Save(DigestDocument.Kind, tenant, person.ObjectId, after);
        var where = await people.ReadAsync(documents, tenant, person.ObjectId, after.Zone, cancellationToken);
        DigestWork.Queue(documents, tenant, after, where, now);
    }
}
