using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox.Calendar;

/// <summary>An event of somebody's calendar, with its Teams meeting. It shows its times in UTC.</summary>
internal sealed class SandboxEvent(JsonObject organizer, JsonObject body, DateTimeOffset start, DateTimeOffset end, TimeProvider time)
{
    private readonly string _created = SandboxApplication.Now(time);
    private readonly string _meeting = Guid.NewGuid().ToString("N");
    private string _modified = "";

    public string Id { get; } = "AAkALg" + RandomNumberGenerator.GetHexString(40);

    public string Owner => organizer["id"]!.GetValue<string>();

    public string? Transaction => body["transactionId"]?.GetValue<string>();

    public DateTimeOffset Start { get; private set; } = start;

    public DateTimeOffset End { get; private set; } = end;

    public string ETag { get; private set; } = "";

    public IEnumerable<JsonNode> Attendees => (body["attendees"] as JsonArray ?? []).Select(attendee => attendee!.DeepClone());

    public void MoveTo(DateTimeOffset moment, int version) => Change(moment, moment + (End - Start), version);

    public void Change(DateTimeOffset from, DateTimeOffset to, int version)
    {
        (Start, End) = (from, to);
        Renew(version);
    }

    /// <summary>Whoever is not among them is uninvited.</summary>
    public void Invite(JsonArray attendees, int version)
    {
        body["attendees"] = attendees;
        Renew(version);
    }

    public void Renew(int version) => (ETag, _modified) = ($"W/\"Event{version.ToString("D8", CultureInfo.InvariantCulture)}\"", SandboxApplication.Now(time));

    public JsonObject ToJson() => new()
    {
        ["@odata.etag"] = ETag,
        ["id"] = Id,
        ["createdDateTime"] = _created,
        ["lastModifiedDateTime"] = _modified,
        ["transactionId"] = Transaction,
        ["subject"] = body["subject"]?.DeepClone(),
        ["isCancelled"] = false,
        ["isOrganizer"] = true,
        ["type"] = "singleInstance",
        ["isOnlineMeeting"] = body["isOnlineMeeting"]?.DeepClone() ?? false,
        ["onlineMeetingProvider"] = body["onlineMeetingProvider"]?.DeepClone() ?? "unknown",
        ["body"] = body["body"]?.DeepClone(),
        ["start"] = Written(Start),
        ["end"] = Written(End),
        ["attendees"] = body["attendees"]?.DeepClone() ?? new JsonArray(),
        ["organizer"] = new JsonObject
        {
            ["emailAddress"] = new JsonObject { ["name"] = organizer["displayName"]?.DeepClone(), ["address"] = organizer["mail"]?.DeepClone() },
        },
        ["onlineMeeting"] = body["isOnlineMeeting"]?.GetValue<bool>() == true
            ? new JsonObject { ["joinUrl"] = $"https://teams.microsoft.com/l/meetup-join/19%3ameeting_{_meeting}%40thread.v2/0" }
            : null,
    };

    /// <returns>None where it is no time of a zone that is known.</returns>
    public static DateTimeOffset? Read(JsonNode? written)
    {
        if (written?["dateTime"] is not JsonValue text || written["timeZone"] is not JsonValue zone
            || !DateTime.TryParse(text.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || !TimeZoneInfo.TryFindSystemTimeZoneById(zone.GetValue<string>(), out var clocks))
            return null;
        return clocks.IsInvalidTime(local) ? null : new DateTimeOffset(local, clocks.GetUtcOffset(local)).ToUniversalTime();
    }

    private static JsonObject Written(DateTimeOffset moment) => new()
    {
        ["dateTime"] = moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        ["timeZone"] = "UTC",
    };
}
