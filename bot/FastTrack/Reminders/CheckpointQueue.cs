using System.Globalization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Queues the reminders of an engagement's next checkpoints: each at its own time, for each who takes part, and for the linked place.</summary>
internal sealed class CheckpointQueue(ReminderPeople people)
{
    /// <summary>In place of a person in the key.</summary>
    public const string Place = "@";

    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    /// <returns>When to look again, where checkpoints are further ahead.</returns>
    public async Task<DateTimeOffset?> QueueAsync(DocumentSession documents, string tenant, Engagement engagement, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (engagement.IsClosed || engagement.NextCheckpoint is null) return null;
        DateTimeOffset? look = null;
        var hasPlace = await LinkedPlace.OfAsync(documents, tenant, engagement.Id, cancellationToken) is not null;
        foreach (var checkpoint in await CheckpointDocument.ReadAsync(documents, tenant, engagement.Id, cancellationToken))
        {
            if (!checkpoint.IsAhead || checkpoint.Start <= now) continue;
            var begins = checkpoint.Start - TimeSpan.FromHours(people.Policy.CheckpointHours[0]) - Ahead;
            if (begins > now)
            {
                look = look < begins ? look : begins;
                continue;
            }

            foreach (var attendee in checkpoint.Attendees.Select(person => person.ObjectId).Concat(hasPlace ? [Place] : []))
            {
                await QueueAsync(documents, tenant, checkpoint, attendee, now, cancellationToken);
            }
        }

        return look;
    }

    private async Task QueueAsync(DocumentSession documents, string tenant, Checkpoint checkpoint, string attendee, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var where = await people.ReadAsync(documents, tenant, attendee, checkpoint.Zone, cancellationToken);
        foreach (var hours in people.Policy.CheckpointHours)
        {
            if (DigestRules.BeforeMeeting(checkpoint.Start, hours, where.Zone, where.Settings, where.Policy) is { } at && at >= now)
                documents.Queue(CheckpointReminderWork.KindName, string.Create(CultureInfo.InvariantCulture, $"{tenant}/{checkpoint.EngagementId}/{checkpoint.Id}/{hours}/{attendee}"), at);
        }
    }
}
