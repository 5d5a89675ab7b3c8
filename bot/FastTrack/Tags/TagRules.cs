namespace FastTrackBot.FastTrack.Tags;

public static class TagRules
{
    /// <summary>
    /// Sets motion and tags; ids that the data does not know are left out. Another motion leads through other phases: the present one stays, whatever the path.
    /// </summary>
    public static EngagementChange Tag(Engagement engagement, string motion, IEnumerable<string> tags, Person by, DateTimeOffset now)
    {
        var known = Phases.Approaches.Ids.Concat(Phases.Variants.Ids).ToHashSet(StringComparer.Ordinal);
        List<string> approaches = [.. tags.Where(known.Contains).Distinct().Order(StringComparer.Ordinal)];
        var way = Phases.FindMotion(motion) ?? Phases.FindMotion(engagement.Motion)!;
        if (way.Id == engagement.Motion && approaches.SequenceEqual(engagement.Approaches)) return new EngagementChange(engagement, []);
        var path = way.Id == engagement.Motion ? engagement.Path : PathOf(way, engagement);
        return new EngagementChange(
            engagement with { Motion = way.Id, Approaches = approaches, Path = path },
            [new EngagementEvent(EventKind.Tagged, by, now, From: Ids(engagement.Motion, engagement.Approaches), To: Ids(way.Id, approaches))]);
    }

    public static bool Fits(Engagement engagement, string? motion, string? tag, Phase? phase) =>
        (string.IsNullOrEmpty(motion) || engagement.Motion == motion)
        && (string.IsNullOrEmpty(tag) || engagement.Approaches.Contains(tag))
        && (phase is null || engagement.Phase == phase);

    private static List<Phase> PathOf(Motion way, Engagement engagement) =>
        [.. way.PathFor(engagement.Path.Contains(Phase.Migrate)).Append(engagement.Phase).Distinct().Order()];

    private static string Ids(string motion, IEnumerable<string> tags) => string.Join(", ", tags.Prepend(motion));
}
