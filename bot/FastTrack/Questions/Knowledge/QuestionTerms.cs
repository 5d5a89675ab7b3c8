using FastTrackBot.Platform;
using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>What of a question is looked for.</summary>
internal static class QuestionTerms
{
    /// <summary>Nobody asks longer; a pasted document would only cost time.</summary>
    private const int LongestQuestion = 400;

    private const int MostTokens = 30;

    public static string Cut(string question) => Words.Cut(question, LongestQuestion);

    /// <summary>Without the little words of the language and of English, whose keywords are part of each index: they would cost more than they tell.</summary>
    public static IReadOnlyCollection<string> Of(string question, LanguageWords words) =>
        [.. SearchTokens.Of(question).Where(token => !words.IsLittle(token) && !LanguageWords.All[0].IsLittle(token)).Distinct(StringComparer.Ordinal).Take(MostTokens)];
}
