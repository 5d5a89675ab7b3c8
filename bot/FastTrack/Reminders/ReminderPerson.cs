using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Where a person is, and how that person wants to be reminded.</summary>
/// <param name="Policy">What holds where the person says nothing.</param>
internal sealed record ReminderPerson(string Zone, string? Locale, ReminderSettings Settings, ReminderPolicy Policy);

/// <summary>Finds it out: the person's client says where it is, else the engagement, else the settings.</summary>
public sealed class ReminderPeople(IOptions<ReminderOptions> options, ILogger<ReminderPeople> logger)
{
    internal ReminderPolicy Policy { get; } = options.Value.Over(ReminderPolicy.Default);

    /// <summary>What <see cref="ReadAsync"/> reads, for who fetches it beforehand.</summary>
    internal static IEnumerable<DocumentKey> KeysOf(string tenantId, string personId) =>
        [Installation.Kind.KeyOf(tenantId, Installation.OfPerson(personId)), DigestDocument.Settings.KeyOf(tenantId, personId)];

    internal async ValueTask<ReminderPerson> ReadAsync(
        DocumentSession documents, string tenantId, string personId, string? engagementZone, CancellationToken cancellationToken)
    {
        var installation = await documents.ReadAsync(Installation.Kind, tenantId, Installation.OfPerson(personId), cancellationToken);
        var settings = await documents.ReadAsync(DigestDocument.Settings, tenantId, personId, cancellationToken);
        return new ReminderPerson(
            Known(installation?.TimeZone) ?? Known(engagementZone) ?? Known(options.Value.TimeZone) ?? "UTC", installation?.Reference.Locale, settings ?? new ReminderSettings(), Policy);
    }

    private string? Known(string? zone)
    {
        if (string.IsNullOrEmpty(zone)) return null;
        // A client can send anything.
        if (zone.Length < 60 && char.IsAsciiLetter(zone[0]) && !zone.Contains("..", StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) return zone;
        Log.UnknownZone(logger, zone, options.Value.TimeZone);
        return null;
    }
}
