namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>An engagement in a list.</summary>
internal sealed record EngagementLine(string Id, string Organisation, string Phase, string Since, bool Closed);

/// <summary>How an engagement stands.</summary>
internal sealed record EngagementFacts(string Organisation, string Phase, string PhaseSince, IReadOnlyList<string> Services)
{
    public required int TasksDone { get; init; }

    public required int TasksInPhase { get; init; }

    public required int Blocked { get; init; }

    public string? NextCheckpoint { get; init; }

    public bool Closed { get; init; }
}

/// <param name="More">How many there are beyond those listed.</param>
internal sealed record OpenItems(IReadOnlyList<OpenItem> Items, int More);

/// <param name="Blocked">Why it cannot be done, in somebody's own words.</param>
internal sealed record OpenItem(string Task, string Due, string Owner, string? Blocked);

/// <param name="Start">On the clocks of the zone; null: none is planned.</param>
internal sealed record NextCheckpoint(string? Start, string? Zone, int? Minutes, string? Kind);
