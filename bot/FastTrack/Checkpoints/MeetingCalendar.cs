using FastTrackBot.Platform;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Calendar;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>
/// Brings the checkpoints of an engagement and a mailbox's calendar in step. Each has its own transaction id, by which an event is found again that a crash
/// kept from being noted: nothing is made twice.
/// </summary>
internal sealed class MeetingCalendar(Calendars calendars, IOptions<CheckpointOptions> options, TimeProvider clock)
{
    /// <summary>How the history names the calendar, for who did something and for where.</summary>
    public static readonly Person Outlook = new("", "Outlook");

    private const string Through = "outlook";

    /// <summary>What a mailbox and its attendees are called together, during one run.</summary>
    private sealed record Run(Engagement Engagement, string Mailbox, IReadOnlyDictionary<string, SeenEvent> ById, IReadOnlyDictionary<string, SeenEvent> ByTransaction);

    /// <summary>What came of it, also where it ended in the middle: the failure says why.</summary>
    public async Task<(CheckpointChange Change, GraphException? Failure)> SyncAsync(
        Engagement engagement, IReadOnlyList<Checkpoint> all, CancellationToken cancellationToken)
    {
        var change = new CheckpointChange(all, []);
        var concerned = all.Where(one => CalendarRules.Concerns(one, clock.GetUtcNow())).ToList();
        if (concerned.Count == 0) return (change, null);
        try
        {
            var run = await ReadAsync(engagement, concerned, cancellationToken);
            foreach (var checkpoint in concerned)
            {
                change = CheckpointRules.Then(change, await SettleAsync(run, change.All, checkpoint, cancellationToken));
            }

            return (change, null);
        }
        catch (GraphException exception)
        {
            return (change, exception);
        }
    }

    /// <summary>The calendar around all that concerns it.</summary>
    private async Task<Run> ReadAsync(Engagement engagement, List<Checkpoint> concerned, CancellationToken cancellationToken)
    {
        var mailbox = options.Value.MailboxOf(engagement);
        var starts = concerned.SelectMany(one => (DateTimeOffset[])[one.Start, one.Calendar?.Start ?? one.Start]).ToList();
        Dictionary<string, SeenEvent> byId = new(StringComparer.Ordinal), byTransaction = new(StringComparer.Ordinal);
        await foreach (var found in calendars.ListAsync(mailbox, starts.Min().AddDays(-1), starts.Max().AddDays(2), cancellationToken))
        {
            if (Seen(found) is not { } seen) continue;
            byId[found.Id] = seen;
            if (found.TransactionId is { } transaction) byTransaction[transaction] = seen;
        }

        return new Run(engagement, mailbox, byId, byTransaction);
    }

    private async Task<CheckpointChange> SettleAsync(Run run, IReadOnlyList<Checkpoint> all, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        var seen = await FindAsync(run, checkpoint, cancellationToken);
        var now = clock.GetUtcNow();
        switch (CalendarRules.Settle(checkpoint, seen, now))
        {
            case CalendarStep.Create:
                return Noted(all, checkpoint, await CreateAsync(run, checkpoint, cancellationToken), checkpoint.Attendees);
            case CalendarStep.Adopt:
                var known = checkpoint with { Calendar = Entry(seen!, checkpoint) };
                return CheckpointRules.Then(Noted(all, checkpoint, seen!), await SettleAsync(run, Replaced(all, known), known, cancellationToken));
            case CalendarStep.ChangeEvent:
                return Noted(all, checkpoint, await ChangeAsync(run, checkpoint, seen!, cancellationToken), checkpoint.Attendees);
            case CalendarStep.CancelEvent:
                await CancelAsync(run.Mailbox, seen!.Id, cancellationToken);
                return new CheckpointChange(Replaced(all, checkpoint with { Calendar = null }), []);
            case CalendarStep.TakeMove:
                var time = new MeetingTime(ZonedTime.In(seen!.Start, checkpoint.Zone), seen.Duration);
                var agreed = checkpoint with { Calendar = Entry(seen, checkpoint) };
                return CheckpointRules.Move(Replaced(all, agreed), agreed, time, Outlook, now, Through);
            case CalendarStep.TakeCancellation:
                var gone = checkpoint with { Calendar = null };
                return CheckpointRules.Cancel(Replaced(all, gone), gone, Outlook, now, through: Through);
            default:
                return new CheckpointChange(all, []);
        }
    }

    /// <summary>The event of a checkpoint: by its id, wherever it was moved to, or by the name that the bot gave it.</summary>
    private async Task<SeenEvent?> FindAsync(Run run, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        if (checkpoint.Calendar is not { } noted) return run.ByTransaction.GetValueOrDefault(TransactionOf(checkpoint));
        if (run.ById.GetValueOrDefault(noted.EventId) is { } seen) return seen;
        try
        {
            return Seen(await calendars.GetAsync(run.Mailbox, noted.EventId, cancellationToken));
        }
        catch (GraphException exception) when (exception.IsNotFound)
        {
            return null;
        }
    }

    private async Task<SeenEvent> CreateAsync(Run run, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        var organisation = run.Engagement.Organisation;
        var subject = (checkpoint.Kind == CheckpointKind.Workshop ? Text.EventSubjectWorkshop : Text.EventSubject).With(organisation);
        var made = new NewCalendarEvent(
            subject, TransactionOf(checkpoint), From(checkpoint), To(checkpoint), new EventBody(Text.EventBody), Written(await InviteesAsync(run, checkpoint.Attendees, cancellationToken)));
        try
        {
            var created = await calendars.CreateAsync(run.Mailbox, made, cancellationToken);
            // The meeting may be there a moment later than the event.
            if (created.OnlineMeeting?.JoinUrl is null) created = await calendars.GetAsync(run.Mailbox, created.Id, cancellationToken);
            return Seen(created) ?? new SeenEvent(created.Id, created.ETag, null, checkpoint.Start, checkpoint.Duration);
        }
        catch (GraphException exception) when (exception.Status is 400 or 409)
        {
            // What a transaction id that was used before is answered is not documented. If it was, the event is there.
            await foreach (var found in calendars.ListAsync(run.Mailbox, checkpoint.Start.AddDays(-1), checkpoint.Start.AddDays(1), cancellationToken))
            {
                if (found.TransactionId == made.TransactionId && Seen(found) is { } seen) return seen;
            }

            throw;
        }
    }

    private async Task<SeenEvent> ChangeAsync(Run run, Checkpoint checkpoint, SeenEvent seen, CancellationToken cancellationToken)
    {
        var change = new EventChange(From(checkpoint), To(checkpoint));
        if (Invitations.Of(checkpoint) is { AreNone: false } invitations)
        {
            // All of them go along, as those that are left out are uninvited: somebody may have asked others to come as well.
            var withdrawn = await InviteesAsync(run, invitations.Withdrawn, cancellationToken);
            var added = await InviteesAsync(run, invitations.New, cancellationToken);
            change = change with { Attendees = Written(seen.Attendees.ExceptBy(withdrawn.Select(AddressOf), AddressOf).UnionBy(added, AddressOf)) };
        }

        var changed = await calendars.ChangeAsync(run.Mailbox, seen.Id, change, seen.ETag, cancellationToken);
        return Seen(changed) ?? seen with { Start = checkpoint.Start, Duration = checkpoint.Duration };
    }

    private static string AddressOf(Invitee invitee) => invitee.Address.ToUpperInvariant();

    private static IReadOnlyList<EventAttendee> Written(IEnumerable<Invitee> invitees) =>
        [.. invitees.Select(invitee => new EventAttendee(new EmailAddress(invitee.Address, invitee.Name), invitee.Type))];

    private async Task CancelAsync(string mailbox, string eventId, CancellationToken cancellationToken)
    {
        try
        {
            await calendars.CancelAsync(mailbox, eventId, Text.EventCancelled, cancellationToken);
        }
        catch (GraphException exception) when (exception.IsNotFound)
        {
            // Gone already: that is what was wanted.
        }
    }

    /// <summary>Whoever has an address. Somebody without one, or a directory that does not answer, keeps no meeting from being made.</summary>
    private async Task<IReadOnlyList<Invitee>> InviteesAsync(Run run, IReadOnlyList<Person> people, CancellationToken cancellationToken)
    {
        List<Invitee> invitees = [];
        foreach (var person in people.Where(person => person.ObjectId != run.Mailbox))
        {
            try
            {
                var found = await calendars.GetPersonAsync(person.ObjectId, cancellationToken);
                if ((found.Mail ?? found.UserPrincipalName) is { Length: > 0 } address) invitees.Add(new Invitee(address, found.DisplayName ?? person.Name));
            }
            catch (GraphException exception) when (exception.IsNotFound || exception.IsForbidden || exception.Status == 400)
            {
                // Logged where it happened.
            }
        }

        return invitees;
    }

    /// <param name="invited">Null: nobody was invited or uninvited with that.</param>
    private static CheckpointChange Noted(IReadOnlyList<Checkpoint> all, Checkpoint checkpoint, SeenEvent seen, IReadOnlyList<Person>? invited = null) =>
        new(Replaced(all, checkpoint with { Calendar = Entry(seen, checkpoint, invited) }), []);

    private static IReadOnlyList<Checkpoint> Replaced(IReadOnlyList<Checkpoint> all, Checkpoint changed) => [.. all.Select(one => one.Id == changed.Id ? changed : one)];

    private static CalendarEntry Entry(SeenEvent seen, Checkpoint checkpoint, IReadOnlyList<Person>? invited = null) =>
        new(seen.Id, seen.JoinUrl ?? checkpoint.Calendar?.JoinUrl, seen.Start, seen.Duration) { Invited = invited ?? checkpoint.Calendar?.Invited };

    private static SeenEvent? Seen(CalendarEvent found) => found is { IsCancelled: not true, Start.Utc: { } start, End.Utc: { } end }
        ? new SeenEvent(found.Id, found.ETag, found.OnlineMeeting?.JoinUrl, start, end - start) { Attendees = [.. (found.Attendees ?? []).Select(one => new Invitee(one.EmailAddress.Address, one.EmailAddress.Name, one.Type))] }
        : null;

    // In the zone's own words: Outlook then shows what was meant, also when the clocks change. A time that they leave out is written as what it becomes.
    private static EventTime From(Checkpoint checkpoint) => EventTime.Of(ZonedTime.In(checkpoint.Start, checkpoint.Zone), checkpoint.Zone);

    private static EventTime To(Checkpoint checkpoint) => EventTime.Of(ZonedTime.In(checkpoint.End, checkpoint.Zone), checkpoint.Zone);

    private static string TransactionOf(Checkpoint checkpoint) => $"fasttrackbot-{checkpoint.Id}";
}
