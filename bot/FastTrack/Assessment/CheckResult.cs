namespace FastTrackBot.FastTrack.Assessment;

/// <summary>How a check went, and what it found.</summary>
public sealed record CheckResult(CheckOutcome Outcome, IReadOnlyList<Finding> Findings);
