namespace FastTrackBot.FastTrack.Lifecycle;

public static class ClosingRules
{
    /// <summary>Ends the engagement; everything stays to be read.</summary>
    public static EngagementChange Close(Engagement engagement, Person by, DateTimeOffset now, string why) => engagement.IsClosed
        ? new EngagementChange(engagement, [])
        : new EngagementChange(engagement with { ClosedAt = now }, [new EngagementEvent(EventKind.Closed, by, now, Why: why)]);

    public static EngagementChange Reopen(Engagement engagement, Person by, DateTimeOffset now, string why) => engagement.IsClosed
        ? new EngagementChange(engagement with { ClosedAt = null }, [new EngagementEvent(EventKind.Reopened, by, now, Why: why)])
        : new EngagementChange(engagement, []);
}
