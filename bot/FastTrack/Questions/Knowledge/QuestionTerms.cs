using FastTrackBot.Platform;
using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>Makes of a question what is looked for: without the words that say little, and with other words that mean the same.</summary>
internal static class QuestionTerms
{
    /// <summary>Nobody asks longer; a pasted document would only cost time.</summary>
    private const int LongestQuestion = 400;

    private const int MostTerms = 30;

    public static string Cut(string question) => Words.Cut(question, LongestQuestion);

    public static IReadOnlyList<SearchTerm> Of(string question, LanguageWords words)
    {
        var folded = SearchTokens.Fold(question);
        List<string> tokens = [.. SearchTokens.Of(words.WithoutStopPhrases(folded)).Where(token => !words.IsStop(token) && !IsGrammar(token))];
        List<SearchTerm> terms = [];
        for (var at = 0; at < tokens.Count && terms.Count < MostTerms;)
        {
            if (SynonymsAt(tokens, at, words) is var (group, length))
            {
                terms.Add(new SearchTerm(group));
                at += length;
            }
            else
            {
                terms.Add(new SearchTerm([[tokens[at++]]]));
            }
        }

        return terms;
    }

    /// <summary>The groups of synonyms that a member of stands here, and how many tokens that member takes; the longest member wins.</summary>
    private static (IReadOnlyList<IReadOnlyList<string>> Forms, int Length)? SynonymsAt(List<string> tokens, int at, LanguageWords words)
    {
        var longest = 0;
        List<IReadOnlyList<string>> forms = [];
        foreach (var group in words.Synonyms)
        {
            var length = group.Where(member => StandsAt(tokens, at, member)).Select(member => member.Count).DefaultIfEmpty().Max();
            if (length == 0 || length < longest) continue;
            if (length > longest) forms = [tokens[at..(at + length)]];
            longest = length;
            forms.AddRange(group);
        }

        return longest == 0 ? null : (forms, longest);
    }

    /// <returns>Where the words stand one after the other; -1 where they do not.</returns>
    public static int Find(IReadOnlyList<string> tokens, IReadOnlyList<string> words)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (StandsAt(tokens, at, words)) return at;
        }

        return -1;
    }

    private static bool StandsAt(IReadOnlyList<string> tokens, int at, IReadOnlyList<string> member)
    {
        if (member.Count == 0 || at + member.Count > tokens.Count) return false;
        for (var i = 0; i < member.Count; i++)
        {
            if (!Same(tokens[at + i], member[i])) return false;
        }

        return true;
    }

    private static bool Same(string token, string word) =>
        token == word || (SearchTokens.IsWord(token) && SearchTokens.IsWord(word) && token.Length > 4 && SearchTerm.Stem(token) == SearchTerm.Stem(word));

    /// <summary>Japanese writes its endings and particles in hiragana, and next to no nouns.</summary>
    private static bool IsGrammar(string token) => token.All(letter => letter is >= '\u3041' and <= '\u309F');
}
