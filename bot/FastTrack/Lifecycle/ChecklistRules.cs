namespace FastTrackBot.FastTrack.Lifecycle;

public static class ChecklistRules
{
    /// <summary>
    /// Applies what a person changed on a card, and nothing else: a card lists every item, but those that look the same as when it was
    /// drawn were not touched, and may have been ticked by someone else since.
    /// </summary>
    /// <param name="shown">The items that the card had shown as done.</param>
    /// <param name="ticked">The items that it sends as done.</param>
    public static EngagementChange Tick(
        Engagement engagement, IReadOnlySet<string> shown, IReadOnlySet<string> ticked, Person person, DateTimeOffset now)
    {
        List<EngagementEvent> events = [];
        var items = engagement.Checklist.Select(item =>
        {
            var (was, wanted) = (shown.Contains(item.Id), ticked.Contains(item.Id));
            if (was == wanted || item.IsDone == wanted) return item;
            events.Add(new EngagementEvent(wanted ? EventKind.ItemDone : EventKind.ItemReopened, person, now, item.Id));
            return wanted ? item with { DoneBy = person, DoneAt = now } : item with { DoneBy = null, DoneAt = null };
        }).ToList();
        return new EngagementChange(engagement with { Checklist = items }, events);
    }
}
