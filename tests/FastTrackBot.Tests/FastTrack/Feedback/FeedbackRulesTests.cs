using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Feedback;

namespace FastTrackBot.Tests.FastTrack.Feedback;

public sealed class FeedbackRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_helped_least_comes_first_and_its_latest_word_before_older_ones()
    {
        var summaries = FeedbackRules.Summarise(
        [
            Given("answer", "cost", "a", true), Given("answer", "cost", "b", true, "clear"),
            Given("answer", "duration", "a", false, "old", hours: 0), Given("answer", "duration", "b", false, "new", hours: 2), Given("tip", "duration", "a", true),
        ]);

        Assert.Equal([("answer", "duration", 0, 2), ("answer", "cost", 2, 0), ("tip", "duration", 1, 0)],
            summaries.Select(summary => (summary.Kind, summary.Subject, summary.Helpful, summary.NotHelpful)));
        Assert.Equal(["new", "old"], summaries[0].Words.Select(given => given.Word));
    }

    private static GivenFeedback Given(string kind, string subject, string person, bool helpful, string? word = null, int hours = 1) =>
        new(kind, subject, new Person(person, person), helpful, word, Now.AddHours(hours));
}
