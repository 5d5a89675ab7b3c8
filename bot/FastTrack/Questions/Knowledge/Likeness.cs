using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>
/// How alike a question and a heading are, little words and their order included: they tell “how many licences do we need” from “do trial licences count”,
/// while a search has to pass over them.
/// </summary>
internal static class Likeness
{
    /// <summary>The words of a text, and each two that stand side by side.</summary>
    public static HashSet<string> Shape(string text)
    {
        var words = SearchTokens.Of(text).Select(token => SearchTokens.IsWord(token) ? SearchTerm.Stem(token) : token).ToList();
        return [.. words, .. words.Zip(words.Skip(1), (one, next) => $"{one} {next}")];
    }

    /// <returns>From 0, nothing in common, to 1.</returns>
    public static double Between(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return common == 0 ? 0 : (double)common / (one.Count + other.Count - common);
    }
}
