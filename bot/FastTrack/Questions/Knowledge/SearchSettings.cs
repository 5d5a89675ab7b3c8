using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>How passages are ranked, and how much of a question one has to have in order to answer it.</summary>
/// <param name="Reason">Where the values come from.</param>
internal sealed record SearchSettings(ColumnWeights Weights, KnownShare Known, string Reason)
{
    public static SearchSettings Default { get; } =
        EmbeddedData.Read("FastTrack/Questions/Knowledge/Data/search.json", KnowledgeJson.Default.SearchSettings);
}

/// <param name="Words">Where blanks part the words.</param>
/// <param name="Pieces">Where they do not.</param>
/// <param name="Also">The share of the best passage's coverage that further ones need.</param>
internal sealed record KnownShare(double Words, double Pieces, double Also);
