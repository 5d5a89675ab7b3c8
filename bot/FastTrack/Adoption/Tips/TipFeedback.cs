namespace FastTrackBot.FastTrack.Adoption.Tips;

/// <summary>Feedback on tips, by their ids.</summary>
internal sealed class TipFeedback() : FeedbackKind("tip")
{
    public override string? TitleOf(string id) => TipBook.Current.Find(id) is { } tip ? TipCard.WordsOf(tip) : null;
}
