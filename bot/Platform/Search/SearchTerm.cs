namespace FastTrackBot.Platform.Search;

/// <summary>Something to be looked for, in any of several forms. Made of tokens only, so that nothing a person types can be an operator of the query.</summary>
public sealed record SearchTerm
{
    /// <summary>Words shorter than this are looked for as they are.</summary>
    private const int ShortestStem = 5;

    public SearchTerm(IReadOnlyList<IReadOnlyList<string>> forms)
    {
        Query = $"({string.Join(" OR ", forms.SelectMany(Forms).Distinct(StringComparer.Ordinal))})";
        IsNumber = forms is [[var token]] && token.All(char.IsDigit);
    }

    internal string Query { get; }

    internal bool IsNumber { get; }

    /// <summary>What a word begins with in most of its endings, across the languages that write Latin letters.</summary>
    public static string Stem(string word)
    {
        if (word.Length < ShortestStem) return word;
        var plain = word[^1] == 's' ? word[..^1] : word;
        var ending = plain.Length switch { <= 5 => 0, <= 7 => 1, 8 => 2, _ => 3 };
        return plain[..^ending];
    }

    /// <summary>As it stands, and what begins like it: as it stands counts twice.</summary>
    private static IEnumerable<string> Forms(IReadOnlyList<string> tokens)
    {
        yield return $"\"{string.Join(' ', tokens)}\"";
        if (tokens is [{ Length: >= ShortestStem } word] && SearchTokens.IsWord(word)) yield return $"\"{Stem(word)}\"*";
    }
}
