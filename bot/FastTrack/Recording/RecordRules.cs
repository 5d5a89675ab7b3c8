namespace FastTrackBot.FastTrack.Recording;

/// <summary>What of an engagement is shown in the list and in its plan.</summary>
internal static class RecordRules
{
    /// <summary>A single line of text of SharePoint; a plan's title takes as much.</summary>
    private const int MostCharacters = 255;

    /// <param name="seats">From the owner's eligibility check, if there was one.</param>
    /// <param name="verdict">Of the same check. It is about the owner's own organisation, not about a partner's customer.</param>
    public static EngagementFields Fields(Engagement engagement, int? seats, DateOnly today, Verdict? verdict = null)
    {
        var open = engagement.Checklist.Where(item => !item.IsDone).ToList();
        return new EngagementFields(
            engagement.Id,
            Short(engagement.Organisation),
            Short(engagement.Domain),
            Names.Of(engagement.Phase),
            Short(string.Join(", ", engagement.Workloads.Select(id => Workloads.Find(id) is { } known ? Names.Of(known) : id))),
            Short(engagement.Owner.Name),
            engagement.Owner.ObjectId,
            seats,
            open.Count,
            HealthOf(engagement, open, today),
            engagement.IsClosed || open.Count == 0 ? null : open.Min(item => item.Due),
            engagement.IsElsewhere || verdict is null ? null : Text.ResourceManager.Named($"Eligibility_{verdict}"),
            engagement.IsClosed ? null : engagement.NextCheckpoint);
    }

    /// <summary>The engagement's short name in the title of its plan: by it the plan is found again.</summary>
    public static string Mark(Engagement engagement) => $"({engagement.Id[..Math.Min(engagement.Id.Length, 12)]})";

    public static string PlanTitle(Engagement engagement)
    {
        var mark = Mark(engagement);
        return $"{Short($"FastTrack: {engagement.Organisation}", MostCharacters - mark.Length - 1)} {mark}";
    }

    /// <summary>A task for each item of the phases that have begun.</summary>
    public static IReadOnlyList<PlannedTask> Tasks(Engagement engagement) =>
        [.. engagement.Checklist.Select(item => new PlannedTask(item.Id, item.Phase, TitleOf(item), item.Due, item.Owner?.ObjectId, item.IsDone))];

    // An item or a service that today's data no longer has keeps nobody's record from being kept.
    private static string TitleOf(ChecklistItem item) => Checklists.Find(item.Id) is null ? item.Id : Names.OfItem(item.Id);

    private static string HealthOf(Engagement engagement, List<ChecklistItem> open, DateOnly today) =>
        engagement.IsClosed ? Text.HealthClosed
        : open.Any(item => item.Blocked is not null) ? Text.HealthBlocked
        : open.Any(item => item.Due < today) ? Text.HealthLate
        : Text.HealthOnTrack;

    // Never with half a character at the end.
    private static string Short(string text, int length = MostCharacters) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
