namespace FastTrackBot.FastTrack.Lifecycle;

public static class ChecklistRules
{
    /// <summary>
    /// Applies what a person changed on a card, and nothing else: a card lists every item of its page, but those that look the same as when it
    /// was drawn were not touched, and may have been ticked by someone else since.
    /// </summary>
    /// <param name="shown">The items that the card had shown as done.</param>
    /// <param name="ticks">What it sends for each of its items.</param>
    public static EngagementChange Tick(
        Engagement engagement, IReadOnlySet<string> shown, IReadOnlyDictionary<string, bool> ticks, Person person, DateTimeOffset now)
    {
        List<EngagementEvent> events = [];
        Engagement Apply(Engagement to, Func<ChecklistItem, bool> concerned) => to with
        {
            Checklist = [.. to.Checklist.Select(item =>
            {
                var wanted = ticks.GetValueOrDefault(item.Id);
                if (!ticks.ContainsKey(item.Id) || wanted == shown.Contains(item.Id) || wanted == item.IsDone || !concerned(item)) return item;
                events.Add(new EngagementEvent(wanted ? EventKind.ItemDone : EventKind.ItemReopened, person, now, item.Id));
                return wanted ? item.Done(person, now) : item.Reopened();
            })],
        };

        // The core first: its last tick lets the services' ticks of the same press through.
        var core = Apply(engagement, item => !IsOfService(item));
        return new EngagementChange(Apply(core, item => IsOfService(item) && (item.IsDone || !WaitsForCore(core, item))), events);
    }

    /// <summary>
    /// Tenant, identity and network are the ground of every service (https://learn.microsoft.com/fasttrack/products-and-capabilities): while core
    /// onboarding has something required open, the items of a service cannot be ticked.
    /// </summary>
    public static bool WaitsForCore(Engagement engagement, ChecklistItem item) =>
        item.Phase == Phase.Enable && IsOfService(item) && engagement.Checklist.Any(other =>
            other.Phase == Phase.Enable && !other.IsDone && Checklists.Find(other.Id) is { Workload: null, Required: true });

    private static bool IsOfService(ChecklistItem item) => Checklists.Find(item.Id) is { Workload: not null };
}
