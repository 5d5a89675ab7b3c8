using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Feedback;

/// <summary>What people said, a row a subject.</summary>
internal sealed class FeedbackCard(CardLibrary cards, IEnumerable<FeedbackKind> kinds)
{
    private const int PageSize = 6;

    /// <summary>The file has all of them.</summary>
    private const int MostWords = 3;

    public RawJson Fill(IReadOnlyList<GivenFeedback> all, int page)
    {
        var shown = Paging.Of(FeedbackRules.Summarise(all), PageSize, page);
        var model = new FeedbackModel(
            Words.Language, Text.Title, Text.Count.With(all.Count, all.Count(given => given.Helpful), all.Count(given => !given.Helpful)),
            [.. shown.Items.Select(Row)], shown.Buttons(Text.Button_Earlier, Text.Button_Further), Text.Button_File);
        return new RawJson(cards["Feedback/List"].Fill(model, FeedbackJson.Default.FeedbackModel));
    }

    /// <summary>What the subject is called; a passage or tip that is gone has its id left.</summary>
    public string TitleOf(string kind, string subject) => kinds.FirstOrDefault(known => known.Name == kind)?.TitleOf(subject) ?? subject;

    private FeedbackRow Row(FeedbackSummary summary) => new(
        TitleOf(summary.Kind, summary.Subject),
        Text.Thumbs.With(summary.Helpful, summary.NotHelpful),
        [.. summary.Words.Take(MostWords).Select(given => new UserText($"“{given.Word}” {given.By.Name}, {Days.Short(DateOnly.FromDateTime(given.At.UtcDateTime))}"))]);
}

/// <summary>The data of the template <c>Feedback/List</c>.</summary>
internal sealed record FeedbackModel(
    string Lang, string Title, string Count, IReadOnlyList<FeedbackRow> Rows, IReadOnlyList<PageButton> Pages, string File);

internal sealed record FeedbackRow(string Title, string Thumbs, IReadOnlyList<UserText> Words);
