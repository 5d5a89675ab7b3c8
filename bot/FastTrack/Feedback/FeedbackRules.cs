namespace FastTrackBot.FastTrack.Feedback;

/// <summary>What people said about one subject.</summary>
/// <param name="Words">Those with a word on why, the latest first.</param>
internal sealed record FeedbackSummary(string Kind, string Subject, int Helpful, int NotHelpful, IReadOnlyList<GivenFeedback> Words);

/// <summary>Sums up feedback: what helped least comes first, as that is where there is something to do.</summary>
internal static class FeedbackRules
{
    public static IReadOnlyList<FeedbackSummary> Summarise(IEnumerable<GivenFeedback> all) =>
    [
        .. all.GroupBy(given => (given.Kind, given.Subject))
            .Select(group => new FeedbackSummary(
                group.Key.Kind, group.Key.Subject, group.Count(given => given.Helpful), group.Count(given => !given.Helpful),
                [.. group.Where(given => given.Word is not null).OrderByDescending(given => given.At)]))
            .OrderByDescending(summary => summary.NotHelpful).ThenByDescending(summary => summary.Helpful).ThenBy(summary => summary.Subject, StringComparer.Ordinal),
    ];
}
