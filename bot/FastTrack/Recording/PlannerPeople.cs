using FastTrackBot.Platform.Graph;

namespace FastTrackBot.FastTrack.Recording;

/// <summary>Planner names people by their ids alone. Most are known from the engagement; the directory knows the rest.</summary>
internal sealed class PlannerPeople(GraphClient graph)
{
    public async Task<Person> FindAsync(Engagement engagement, string objectId, CancellationToken cancellationToken)
    {
        var known = engagement.Team.Select(member => member.Person)
            .Concat(engagement.Checklist.SelectMany(item => (Person?[])[item.DoneBy, item.NotNeeded?.By, item.Owner]).OfType<Person>())
            .Prepend(engagement.Owner)
            .FirstOrDefault(person => string.Equals(person.ObjectId, objectId, StringComparison.OrdinalIgnoreCase));
        if (known is not null) return known;
        try
        {
            var user = await graph.GetUserAsync(objectId, cancellationToken);
            return new Person(objectId, user.DisplayName ?? Text.SomebodyInPlanner);
        }
        catch (GraphException)
        {
            // The log has the failure. The tick counts all the same, and the id says whose it is.
            return new Person(objectId, Text.SomebodyInPlanner);
        }
    }
}
