using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>How passages are ranked, and how much has to speak for one in order to answer with it.</summary>
/// <param name="Heading">How much it helps a passage that the question is put like its heading.</param>
/// <param name="Reason">Where the values come from.</param>
internal sealed record SearchSettings(ColumnWeights Weights, double Heading, KnownShare Known, string Reason)
{
    public static SearchSettings Default { get; } =
        EmbeddedData.Read("FastTrack/Questions/Knowledge/Data/search.json", KnowledgeJson.Default.SearchSettings);
}

/// <param name="Strength">What has to speak for a passage.</param>
/// <param name="Elsewhere">How much of the question it has to have besides, where that names something that the texts are not about.</param>
/// <param name="Also">The share of the best passage's strength that further ones need.</param>
internal sealed record KnownShare(double Strength, double Elsewhere, double Also);
