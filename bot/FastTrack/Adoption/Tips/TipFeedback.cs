using FastTrackBot.Platform;

namespace FastTrackBot.FastTrack.Adoption.Tips;

/// <summary>Feedback on tips, by their ids.</summary>
internal sealed class TipFeedback() : FeedbackKind("tip")
{
    /// <summary>A tip has no title: its beginning tells it from the others.</summary>
    private const int LongestTitle = 80;

    public override string? TitleOf(string id) => TipBook.Current.Find(id) is { } tip ? Words.Cut(TipCard.WordsOf(tip), LongestTitle) : null;
}
