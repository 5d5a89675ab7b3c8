namespace FastTrackBot.FastTrack;

/// <summary>
/// Something that people can say whether it helped. A card has buttons with the verb <c>feedback</c> and the data <c>kind</c>, <c>subject</c> and
/// <c>helpful</c>, and may have an input <c>word</c>; whichever capability sends the card says here what its subjects are.
/// </summary>
/// <param name="name">How cards name it.</param>
public abstract class FeedbackKind(string name)
{
    public string Name { get; } = name;

    /// <summary>What the subject is called, in the language of the turn; null where there is no such subject.</summary>
    public abstract string? TitleOf(string id);
}
