using System.Globalization;
using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox.Calendar;

/// <summary>
/// The calendars of the make-believe tenant's own people. A transaction id stands for one event; a cancelled event is gone from the organizer's calendar.
/// Guests have no mailbox here.
/// </summary>
internal sealed class SandboxCalendar(SandboxData data, SandboxPermissions permissions, TimeProvider time)
{
    private const int DefaultPageSize = 10;
    private static readonly SandboxAnswer NotThere = new(404, Code: "ErrorItemNotFound");

    private readonly Lock _gate = new();
    private readonly List<SandboxEvent> _events = [];
    private int _versions;

    /// <returns>None where the path is not a calendar's.</returns>
    public SandboxAnswer? Answer(SandboxCall call)
    {
        if (call.Segments is not ["users", var mailbox, "events" or "calendarView", ..])
            return null;
        if (!permissions.Has(SandboxPermissions.Calendars))
            return new(403, Code: "ErrorAccessDenied");
        if (PersonOf(mailbox) is not { } person)
            return new(404, Code: "ErrorInvalidUser");
        if (person["userType"]?.GetValue<string>() == "Guest")
            return new(404, Code: "MailboxNotEnabledForRESTAPI");
        if (call.Headers.Prefer?.Contains("IdType=\"ImmutableId\"", StringComparison.Ordinal) != true)
            return new(400, Code: "ErrorInvalidIdMalformed");
        lock (_gate)
            return Route(call, person) ?? NotThere;
    }

    /// <summary>All events, as their organizers see them.</summary>
    public IReadOnlyList<JsonObject> All
    {
        get
        {
            lock (_gate)
                return [.. _events.Select(entry => entry.ToJson())];
        }
    }

    /// <summary>Somebody drags an event to another time in Outlook.</summary>
    /// <returns>False where there is no such event.</returns>
    public bool Move(string eventId, DateTimeOffset start) => Change(eventId, entry => entry.MoveTo(start, NextVersion()));

    /// <summary>Somebody cancels or deletes an event in Outlook.</summary>
    /// <returns>False where there is no such event.</returns>
    public bool Cancel(string eventId) => Change(eventId, entry => _events.Remove(entry));

    /// <summary>Somebody asks others to come, in Outlook.</summary>
    /// <returns>False where there is no such event.</returns>
    public bool Invite(string eventId, string address) => Change(eventId, entry =>
        entry.Invite([.. entry.Attendees, new JsonObject { ["type"] = "optional", ["emailAddress"] = new JsonObject { ["address"] = address, ["name"] = address } }], NextVersion()));

    private bool Change(string eventId, Action<SandboxEvent> change)
    {
        lock (_gate)
        {
            if (_events.Find(entry => entry.Id == eventId) is not { } found)
                return false;
            change(found);
            return true;
        }
    }

    private SandboxAnswer? Route(SandboxCall call, JsonObject person)
    {
        var owner = person["id"]!.GetValue<string>();
        return (call.Method, call.Segments[2..]) switch
        {
            ("GET", ["calendarView"]) => View(call, owner),
            ("POST", ["events"]) => Create(call, person),
            (var method, ["events", var id, .. var rest]) when _events.Find(entry => entry.Id == id && entry.Owner == owner) is { } found => (method, rest) switch
            {
                ("GET", []) => new(200, found.ToJson()),
                ("PATCH", []) => Patch(found, call),
                ("DELETE", []) or ("POST", ["cancel"]) => Remove(found),
                _ => null,
            },
            _ => null,
        };
    }

    private SandboxAnswer View(SandboxCall call, string owner)
    {
        if (Moment(call.Query["startDateTime"]) is not { } from || Moment(call.Query["endDateTime"]) is not { } to)
            return new(400, Code: "ErrorInvalidParameter");
        var size = int.TryParse(call.Query["$top"], CultureInfo.InvariantCulture, out var top) ? top : DefaultPageSize;
        return SandboxAnswer.Page(_events
            .Where(entry => entry.Owner == owner && entry.Start < to && entry.End > from).OrderBy(entry => entry.Start).Take(size).Select(entry => entry.ToJson()));
    }

    private SandboxAnswer Create(SandboxCall call, JsonObject person)
    {
        if (call.Fields is not { } body || SandboxEvent.Read(body["start"]) is not { } start || SandboxEvent.Read(body["end"]) is not { } end || end <= start)
            return new(400, Code: "ErrorInvalidRequest");
        var transaction = body["transactionId"]?.GetValue<string>();
        if (transaction is not null && _events.Find(entry => entry.Transaction == transaction) is { } made)
            return new(201, made.ToJson());
        var entry = new SandboxEvent(person, body, start, end, time);
        entry.Renew(NextVersion());
        _events.Add(entry);
        return new(201, entry.ToJson());
    }

    private SandboxAnswer Patch(SandboxEvent found, SandboxCall call)
    {
        if (call.Headers.IfMatch is { } etag && etag != found.ETag)
            return new(412, Code: "ErrorIrresolvableConflict");
        if (call.Fields is not { } change || SandboxEvent.Read(change["start"]) is not { } start || SandboxEvent.Read(change["end"]) is not { } end || end <= start)
            return new(400, Code: "ErrorInvalidRequest");
        found.Change(start, end, NextVersion());
        if (change["attendees"] is JsonArray attendees) found.Invite(attendees.DeepClone().AsArray(), NextVersion());
        return new(200, found.ToJson());
    }

    private SandboxAnswer Remove(SandboxEvent found)
    {
        _events.Remove(found);
        return SandboxAnswer.Done;
    }

    private int NextVersion() => ++_versions;

    private JsonObject? PersonOf(string mailbox) => data.Rows("users")?.OfType<JsonObject>().FirstOrDefault(person =>
        person["id"]?.GetValue<string>() == mailbox || person["userPrincipalName"]?.GetValue<string>().Equals(mailbox, StringComparison.OrdinalIgnoreCase) == true);

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
