using System.Globalization;
using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions;

/// <summary>Whether somebody asks something, by the looks of it.</summary>
internal static class QuestionShape
{
    /// <summary>In the middle of a dialog, a shorter text is rather an answer: “can be both”, “is Exchange”.</summary>
    private const int FewestWords = 4;

    public static bool IsQuestion(string text) => HasMark(text) || Asks(text, SearchTokens.Of(text));

    /// <summary>Surely enough to be answered instead of being taken for the answer to a step of a dialog.</summary>
    public static bool IsSurelyQuestion(string text) =>
        SearchTokens.Of(text) is { Count: >= FewestWords } tokens && (HasMark(text) || Asks(text, tokens));

    /// <summary>A question, or so many words that a model may see what is wanted.</summary>
    public static bool IsWorthAModel(string text) => IsQuestion(text) || SearchTokens.Of(text).Count >= FewestWords;

    /// <summary>Nothing but words: what holds an address, a path or markup was meant for something else.</summary>
    public static bool IsWords(string text) =>
        text.Index().All(at => char.IsLetterOrDigit(at.Item) || char.IsWhiteSpace(at.Item) || char.GetUnicodeCategory(at.Item) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            || "-‐–'’&+,、，%!！…".Contains(at.Item, StringComparison.Ordinal) || (".。:：\"“”".Contains(at.Item, StringComparison.Ordinal) && EndsWord(text, at.Index)));

    private static bool EndsWord(string text, int index) => index == 0 || index + 1 == text.Length || char.IsWhiteSpace(text[index + 1]) || char.IsWhiteSpace(text[index - 1]);

    private static bool HasMark(string text) => text.TrimEnd() is [_, .., '?' or '？'];

    private static bool Asks(string text, IReadOnlyList<string> tokens)
    {
        var folded = SearchTokens.Fold(text);
        return LanguageWords.All.Any(words => words.Asks(folded, tokens));
    }
}
