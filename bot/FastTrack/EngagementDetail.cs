namespace FastTrackBot.FastTrack;

/// <summary>
/// A kind of document that is about one engagement, and goes when the engagement has been closed for long. Whichever capability stores it
/// says so.
/// </summary>
/// <param name="Kind">The name of the kind.</param>
/// <param name="KeyOf">Partition and id, of a tenant and an engagement; without an id it is all of the partition.</param>
public sealed record EngagementDetail(string Kind, Func<string, Engagement, (string Partition, string? Id)> KeyOf)
{
    /// <summary>One document, under the engagement's id.</summary>
    public static EngagementDetail One(string kind) => new(kind, (tenant, engagement) => (tenant, engagement.Id));

    /// <summary>Many, in the engagement's partition.</summary>
    public static EngagementDetail Many(string kind) => new(kind, (tenant, engagement) => (EngagementHistory.Partition(tenant, engagement.Id), null));
}
