namespace FastTrackBot.FastTrack.Lifecycle;

public static class ItemRules
{
    /// <summary>A note and a reason are a sentence or two; the card's inputs allow no more.</summary>
    public const int MaximumLength = 300;

    /// <summary>The item as the card's inputs describe it. An input that was emptied is not sent at all.</summary>
    /// <param name="mayAssign">Without it the owner and the date stay, whatever was sent.</param>
    /// <returns>Null where the date is none.</returns>
    public static ChecklistItem? Read(
        Engagement engagement, ChecklistItem item, IReadOnlyDictionary<string, string> inputs, bool mayAssign)
    {
        var edited = item with { Note = Text(inputs, "note"), Blocked = Text(inputs, "blocked") };
        if (!mayAssign) return edited;
        var owner = inputs.GetValueOrDefault("owner");
        edited = edited with
        {
            // Only somebody who takes part can be the owner: an unknown id changes nothing.
            Owner = owner is null or "" or Person.Nobody ? null : engagement.People.FirstOrDefault(person => person.ObjectId == owner) ?? item.Owner,
        };
        if (!inputs.TryGetValue("due", out var due)) return edited;
        return Days.ParseIso(due) is { } day ? edited with { Due = day } : null;
    }

    public static EngagementChange Change(Engagement engagement, ChecklistItem before, ChecklistItem after, Person by, DateTimeOffset now)
    {
        List<EngagementEvent> events = [];
        void Tell(EventKind kind, string? from = null, string? to = null, string? why = null) =>
            events.Add(new EngagementEvent(kind, by, now, before.Id, from, to, why));

        if (before.Owner != after.Owner) Tell(EventKind.ItemAssigned, before.Owner?.Name, after.Owner?.Name);
        if (before.Due != after.Due) Tell(EventKind.ItemMoved, Days.Iso(before.Due), Days.Iso(after.Due));
        if (before.Note != after.Note) Tell(EventKind.ItemNoted, before.Note, after.Note);
        if (before.Blocked != after.Blocked) Tell(after.Blocked is null ? EventKind.ItemUnblocked : EventKind.ItemBlocked, why: after.Blocked);
        return new EngagementChange(With(engagement, after), events);
    }

    /// <summary>An open item is none of this engagement's: it counts as done.</summary>
    public static EngagementChange SetAside(Engagement engagement, ChecklistItem item, Person by, DateTimeOffset now, string why) => item.IsDone
        ? new EngagementChange(engagement, [])
        : new EngagementChange(
            With(engagement, item.SetAside(new Mark(by, now, why))), [new EngagementEvent(EventKind.ItemNotNeeded, by, now, item.Id, Why: why)]);

    /// <summary>An item that was set aside is to be done after all.</summary>
    public static EngagementChange TakeBack(Engagement engagement, ChecklistItem item, Person by, DateTimeOffset now) => item.NotNeeded is null
        ? new EngagementChange(engagement, [])
        : new EngagementChange(With(engagement, item.Reopened()), [new EngagementEvent(EventKind.ItemReopened, by, now, item.Id)]);

    private static Engagement With(Engagement engagement, ChecklistItem changed) =>
        engagement with { Checklist = [.. engagement.Checklist.Select(item => item.Id == changed.Id ? changed : item)] };

    private static string? Text(IReadOnlyDictionary<string, string> inputs, string name) =>
        inputs.GetValueOrDefault(name)?.Trim() is not { Length: > 0 } words ? null
        : words.Length > MaximumLength ? words[..MaximumLength] : words;
}
