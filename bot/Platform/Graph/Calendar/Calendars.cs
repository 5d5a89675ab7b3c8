using System.Globalization;

namespace FastTrackBot.Platform.Graph.Calendar;

/// <summary>
/// Calendars of people's and shared mailboxes; those of groups are closed to applications. Permission: <c>Calendars.ReadWrite</c>, which covers every
/// mailbox unless Exchange limits it; without it expect 403, and 404 where somebody has no mailbox.
/// </summary>
public sealed class Calendars(GraphClient graph)
{
    private const string Select = "$select=id,subject,start,end,isCancelled,transactionId,onlineMeeting,attendees";

    /// <summary>Both on every call: ids of the other kind are worthless here, and times would come in the mailbox's own zone.</summary>
    private const string Preferences = "IdType=\"ImmutableId\", outlook.timezone=\"UTC\"";

    /// <summary>Everything between two moments, each event of a series by itself.</summary>
    /// <exception cref="GraphException"/>
    public IAsyncEnumerable<CalendarEvent> ListAsync(string mailbox, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        graph.ListAsync(
            Read($"{PathOf(mailbox)}/calendarView?startDateTime={Utc(from)}&endDateTime={Utc(to)}&$top=100&{Select}"), CalendarJson.Default.EventPage, ct);

    /// <summary>Expect 404: somebody deleted it.</summary>
    /// <exception cref="GraphException"/>
    public Task<CalendarEvent> GetAsync(string mailbox, string eventId, CancellationToken ct) =>
        graph.SendAsync(Read($"{PathOf(mailbox, eventId)}?{Select}"), CalendarJson.Default.CalendarEvent, ct);

    /// <summary>
    /// Makes an event and invites everyone. It may be repeated, as its transaction id stands for it. What a repetition is answered is not documented: on any
    /// refusal look for that id with <see cref="ListAsync"/>.
    /// </summary>
    /// <exception cref="GraphException"/>
    public Task<CalendarEvent> CreateAsync(string mailbox, NewCalendarEvent made, CancellationToken ct) =>
        graph.SendAsync(
            GraphRequest.Post($"{PathOf(mailbox)}/events", made, CalendarJson.Default.NewCalendarEvent) with { Prefer = Preferences, Repeat = GraphRepeat.Freely },
            CalendarJson.Default.CalendarEvent, ct);

    /// <summary>Changes an event; everyone concerned is told. Expect 412: somebody changed it meanwhile.</summary>
    /// <exception cref="GraphException"/>
    public Task<CalendarEvent> ChangeAsync(string mailbox, string eventId, EventChange change, string? etag, CancellationToken ct) =>
        graph.SendAsync(
            GraphRequest.Patch(PathOf(mailbox, eventId), change, CalendarJson.Default.EventChange) with { Prefer = Preferences, IfMatch = etag, Repeat = GraphRepeat.Freely },
            CalendarJson.Default.CalendarEvent, ct);

    /// <summary>Cancels an event; everyone invited is told. Expect 404: it is gone already.</summary>
    /// <exception cref="GraphException"/>
    public Task CancelAsync(string mailbox, string eventId, string comment, CancellationToken ct) =>
        graph.SendAsync(
            GraphRequest.Post($"{PathOf(mailbox, eventId)}/cancel", new EventCancellation(comment), CalendarJson.Default.EventCancellation) with { Prefer = Preferences, Repeat = GraphRepeat.Freely },
            ct);

    /// <summary>Where a person gets mail. Permission: <c>User.ReadBasic.All</c> or more. Expect 404: the person has left.</summary>
    /// <exception cref="GraphException"/>
    public Task<MailPerson> GetPersonAsync(string objectId, CancellationToken ct) =>
        graph.GetAsync($"{PathOf(objectId)}?$select=id,displayName,mail,userPrincipalName", CalendarJson.Default.MailPerson, ct);

    private static GraphRequest Read(string path) => GraphRequest.Get(path) with { Prefer = Preferences };

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string PathOf(string mailbox) => $"/users/{GraphPath.Segment(mailbox)}";

    private static string PathOf(string mailbox, string eventId) => $"{PathOf(mailbox)}/events/{GraphPath.Segment(eventId)}";
}
