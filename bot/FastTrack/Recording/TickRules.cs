namespace FastTrackBot.FastTrack.Recording;

/// <summary>
/// Whose word counts where the bot and Planner differ on whether an item is done: that of whoever spoke since they last agreed.
/// What the bot itself wrote into Planner is nobody's word.
/// </summary>
internal static class TickRules
{
    /// <param name="item">As it stands in the bot.</param>
    /// <param name="note">As the two last agreed.</param>
    /// <param name="seen">As it stands in Planner.</param>
    public static Tick Settle(ChecklistItem item, TaskNote note, SeenTask seen)
    {
        if (item.IsDone == seen.Done) return IsSecondTick(item, note, seen) ? Tick.Join : Tick.None;
        // Planner says what it said last time, so it was the bot where somebody spoke.
        if (seen.Done == note.Done) return Tick.Write;
        // Planner changed. It names who ticked a task, but not who reopened it: our own unfinished write looks like a person's then.
        var own = seen.Done ? seen.ByPerson is null : note.Writing == seen.Done;
        return own ? Tick.Write : Tick.Take;
    }

    /// <summary>A task that was found by its name: what a person ticked since it was made is still to be taken over.</summary>
    public static TaskNote Found(string taskId, PlannedTask wanted, SeenTask seen) =>
        new(taskId, seen.Done && seen.ByPerson is null, wanted.Due, wanted.Owner);

    // Two people ticked it, one here, one there. Both stand in the history; the newer one's name stands at the item.
    private static bool IsSecondTick(ChecklistItem item, TaskNote note, SeenTask seen) =>
        seen is { Done: true, ByPerson: { } person } && !note.Done && !Same(person, item.DoneBy?.ObjectId);

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

internal enum Tick
{
    /// <summary>They agree.</summary>
    None,

    /// <summary>Planner is to be told what the bot says.</summary>
    Write,

    /// <summary>The bot takes over what somebody did in Planner.</summary>
    Take,

    /// <summary>Somebody ticked in Planner what somebody else had ticked in the bot.</summary>
    Join,
}

/// <summary>A task as it stands in Planner.</summary>
/// <param name="ByPerson">The Entra object id of who completed it; null when it was the bot itself, or nobody.</param>
internal sealed record SeenTask(bool Done, string? ByPerson = null, DateTimeOffset? At = null);

/// <summary>A task as it should stand in Planner.</summary>
/// <param name="Owner">The Entra object id of who is to do it.</param>
internal sealed record PlannedTask(string ItemId, Phase Phase, string Title, DateOnly Due, string? Owner, bool Done);
