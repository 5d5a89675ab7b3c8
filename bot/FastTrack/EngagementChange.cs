namespace FastTrackBot.FastTrack;

/// <summary>An engagement as it is to become, and what happens to it on the way. Without an event nothing has changed.</summary>
public sealed record EngagementChange(Engagement Engagement, IReadOnlyList<EngagementEvent> Events);
