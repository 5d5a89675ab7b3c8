namespace FastTrackBot.FastTrack.Lifecycle;

public static class PhaseRules
{
    /// <returns>Null in the last phase.</returns>
    public static Phase? Next(Engagement engagement) => At(engagement, 1);

    /// <returns>Null in the first phase.</returns>
    public static Phase? Before(Engagement engagement) => At(engagement, -1);

    /// <summary>Leads into the next phase, with its checklist. Items that an earlier stay has left are kept as they are.</summary>
    /// <param name="despite">Why it goes on although conditions are open; null when none is.</param>
    public static EngagementChange Advance(Engagement engagement, Person by, DateTimeOffset now, string? despite = null)
    {
        if (Next(engagement) is not { } next) return new EngagementChange(engagement, []);
        var known = engagement.Checklist.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var items = Checklists.For(next, engagement.Workloads, DateOnly.FromDateTime(now.UtcDateTime)).Where(item => !known.Contains(item.Id));
        var kind = despite is null ? EventKind.PhaseReached : EventKind.PhaseForced;
        return Enter(engagement with { Checklist = [.. engagement.Checklist, .. items] }, next, new EngagementEvent(kind, by, now, Why: despite));
    }

    /// <summary>Leads back into the phase before. What was done stays done.</summary>
    public static EngagementChange Return(Engagement engagement, Person by, DateTimeOffset now, string why) => Before(engagement) is { } before
        ? Enter(engagement, before, new EngagementEvent(EventKind.PhaseReturned, by, now, Why: why))
        : new EngagementChange(engagement, []);

    private static EngagementChange Enter(Engagement engagement, Phase phase, EngagementEvent happened) => new(
        engagement with { Phase = phase, PhaseSince = happened.At },
        [happened with { From = engagement.Phase.ToString(), To = phase.ToString() }]);

    private static Phase? At(Engagement engagement, int offset)
    {
        var path = engagement.Path.ToList();
        var index = path.IndexOf(engagement.Phase) + offset;
        return path.Contains(engagement.Phase) && index >= 0 && index < path.Count ? path[index] : null;
    }
}
