namespace FastTrackBot.FastTrack.Lifecycle;

public static class ChecklistRules
{
    /// <summary>
    /// Applies what a person changed on a card, and nothing else: a card lists every item, but those that look the same as when it was
    /// drawn were not touched, and may have been ticked by someone else since.
    /// </summary>
    /// <param name="shown">The items that the card had shown as done.</param>
    /// <param name="ticked">The items that it sends as done.</param>
    public static Engagement Tick(Engagement engagement, IReadOnlySet<string> shown, IReadOnlySet<string> ticked, Person person) =>
        engagement with { Checklist = [.. engagement.Checklist.Select(item => Tick(item, shown.Contains(item.Id), ticked.Contains(item.Id), person))] };

    private static ChecklistItem Tick(ChecklistItem item, bool was, bool now, Person person) =>
        was == now || item.IsDone == now ? item : item with { DoneBy = now ? person : null };
}
