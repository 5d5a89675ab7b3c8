using FastTrackBot.Platform;
using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>How passages are ranked, and how much has to speak for one in order to answer with it.</summary>
/// <param name="Weights">Where in a passage a word counts how much.</param>
/// <param name="Reason">Where the values come from.</param>
internal sealed record SearchSettings(ColumnWeights Weights, RankShare Rank, KnownShare Known, string Reason)
{
    public static SearchSettings Default { get; } =
        EmbeddedData.Read("FastTrack/Questions/Knowledge/Data/search.json", KnowledgeJson.Default.SearchSettings);

    /// <summary>What speaks for a passage: how much of the question it and the ways to ask for it have, and its words' rank.</summary>
    public double Strength(double share, double rank) => share + (Rank.Share * rank / (rank + Rank.Half));
}

/// <summary>What the rank of a passage's words adds to the share of the question that it has.</summary>
/// <param name="Share">At most.</param>
/// <param name="Half">The rank that adds half of it.</param>
internal sealed record RankShare(double Share, double Half);

/// <summary>When the bot knows an answer.</summary>
/// <param name="Certainty">What has to speak for a passage when what speaks for a matter that none is about is taken off.</param>
/// <param name="Elsewhere">How much of that is taken off.</param>
/// <param name="Also">The share of the best passage's strength that further ones need.</param>
internal sealed record KnownShare(double Certainty, double Elsewhere, double Also);
