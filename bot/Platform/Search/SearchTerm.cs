namespace FastTrackBot.Platform.Search;

/// <summary>A word to be looked for, in any of its endings. Made of a token only, so that nothing a person types can be an operator of the query.</summary>
internal static class SearchTerm
{
    /// <summary>Words shorter than this are looked for as they are.</summary>
    private const int ShortestStem = 5;

    public static string Query(string token) => token.Length >= ShortestStem && SearchTokens.IsWord(token) ? $"\"{Stem(token)}\"*" : $"\"{token}\"";

    /// <summary>What a word begins with in most of its endings, across the languages that write Latin letters.</summary>
    public static string Stem(string word)
    {
        if (word.Length < ShortestStem) return word;
        var plain = word[^1] == 's' ? word[..^1] : word;
        var ending = plain.Length switch { <= 5 => 0, <= 7 => 1, 8 => 2, _ => 3 };
        return plain[..^ending];
    }
}
