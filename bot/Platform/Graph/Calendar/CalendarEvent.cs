using System.Globalization;
using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph.Calendar;

/// <summary>An event of a mailbox's calendar.</summary>
/// <param name="Id">The immutable one: it stays the same when the event is moved between folders.</param>
/// <param name="TransactionId">What the caller that made it called it; null where a person did.</param>
public sealed record CalendarEvent(
    string Id,
    [property: JsonPropertyName("@odata.etag")] string? ETag,
    string? Subject,
    EventTime? Start,
    EventTime? End,
    bool? IsCancelled,
    string? TransactionId,
    OnlineMeeting? OnlineMeeting,
    IReadOnlyList<EventAttendee>? Attendees);

/// <summary>A time on the clocks of a zone; answers are in UTC, as <see cref="Calendars"/> asks for.</summary>
/// <param name="TimeZone">IANA id, or the one that Windows uses.</param>
public sealed record EventTime(string DateTime, string TimeZone)
{
    public static EventTime Of(DateTime local, string timeZone) => new(local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), timeZone);

    /// <summary>Null where the time is not in UTC, or is none.</summary>
    [JsonIgnore]
    public DateTimeOffset? Utc =>
        TimeZone == "UTC" && System.DateTime.TryParse(DateTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var utc)
            ? new DateTimeOffset(utc, TimeSpan.Zero)
            : null;
}

/// <param name="JoinUrl">Where people join the Teams meeting.</param>
public sealed record OnlineMeeting(string? JoinUrl);

/// <summary>An event to be made, with a Teams meeting; everyone who attends is invited at once.</summary>
/// <param name="TransactionId">The same one again makes no second event.</param>
public sealed record NewCalendarEvent(
    string Subject, string TransactionId, EventTime Start, EventTime End, EventBody Body, IReadOnlyList<EventAttendee> Attendees)
{
    public bool IsOnlineMeeting => true;

    public string OnlineMeetingProvider => "teamsForBusiness";
}

public sealed record EventBody(string Content)
{
    public string ContentType => "text";
}

/// <param name="Type"><c>required</c>, <c>optional</c> or <c>resource</c>.</param>
public sealed record EventAttendee(EmailAddress EmailAddress, string Type = "required");

public sealed record EmailAddress(string Address, string? Name);

/// <summary>When an event is to be, and with whom. Its text stays as it is: the way to join the meeting is part of it.</summary>
public sealed record EventChange(EventTime Start, EventTime End)
{
    /// <summary>Everyone; who is left out is uninvited. Null: as before.</summary>
    public IReadOnlyList<EventAttendee>? Attendees { get; init; }
}

internal sealed record EventCancellation([property: JsonPropertyName("Comment")] string Comment);

/// <summary>Where a person gets mail.</summary>
public sealed record MailPerson(string Id, string? DisplayName, string? Mail, string? UserPrincipalName);
