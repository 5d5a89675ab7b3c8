using System.Globalization;

namespace FastTrackBot.FastTrack.Assessment.Rules;

public static class IncidentRules
{
    public static IEnumerable<Found> Find(IEnumerable<Incident> open) =>
        from incident in open
        orderby incident.Id
        select Found.Of("incident", incident.Id, incident.Service, incident.Title,
            incident.Since?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "?");
}
