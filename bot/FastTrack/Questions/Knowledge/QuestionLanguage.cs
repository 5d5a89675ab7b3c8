using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>The language in which a question is looked up: that of the person's client, unless the question is plainly in another.</summary>
internal static class QuestionLanguage
{
    private const string Default = KnowledgePack.English;

    /// <summary>So many little words more than in the client's language, and it is the other one.</summary>
    private const int PlainlyMore = 2;

    private static readonly ScriptFile Scripts = EmbeddedData.Read("FastTrack/Questions/Knowledge/Data/scripts.json", KnowledgeJson.Default.ScriptFile);

    /// <param name="locale">Such as <c>zh-TW</c> or <c>de-AT</c>.</param>
    public static string Of(string question, string locale)
    {
        var own = OfLocale(locale);
        return ByScript(question, own) ?? ByWords(question, own);
    }

    /// <summary>The language of the texts that suits a client best.</summary>
    public static string OfLocale(string locale)
    {
        var parts = locale.Split('-');
        return parts[0].ToLowerInvariant() switch
        {
            "zh" => parts.Any(part => part is "Hant" or "TW" or "HK" or "MO" or "CHT") ? "zh-Hant" : "zh-Hans",
            "pt" => "pt-BR",
            var language => LanguageWords.Find(language)?.Tag ?? Default,
        };
    }

    private static string? ByScript(string question, string own)
    {
        if (question.Any(letter => letter is >= '\u0E01' and <= '\u0E5B')) return "th";
        if (question.Any(letter => letter is >= '\uAC00' and <= '\uD7A3')) return "ko";
        if (question.Any(letter => letter is >= '\u3041' and <= '\u30FF')) return "ja";
        if (question.Any(letter => letter is >= '\u4E00' and <= '\u9FFF')) return Chinese(question, own);
        return question.Any(letter => Scripts.Vietnamese.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal)) ? "vi" : null;
    }

    /// <summary>Most characters are the same in both; without one that is not, the client decides.</summary>
    private static string Chinese(string question, string own)
    {
        var simplified = question.Count(letter => Scripts.Simplified.Contains(letter, StringComparison.Ordinal) && !Scripts.Traditional.Contains(letter, StringComparison.Ordinal));
        var traditional = question.Count(letter => Scripts.Traditional.Contains(letter, StringComparison.Ordinal) && !Scripts.Simplified.Contains(letter, StringComparison.Ordinal));
        if (simplified == traditional) return own is "zh-Hant" or "ja" ? own : "zh-Hans";
        return simplified > traditional ? "zh-Hans" : "zh-Hant";
    }

    private static string ByWords(string question, string own)
    {
        var tokens = SearchTokens.Of(question);
        var familiar = LanguageWords.All.Select(words => (words.Tag, Count: words.Familiar(tokens))).OrderByDescending(entry => entry.Count).ToList();
        var ownCount = familiar.First(entry => entry.Tag == own).Count;
        // A client in a script of its own, and a question in Latin letters: whatever fits best, else English.
        if (own is "zh-Hans" or "zh-Hant" or "ja" or "ko" or "th") return tokens.Any(SearchTokens.IsWord) ? (familiar[0].Count > 0 ? familiar[0].Tag : Default) : own;
        return familiar[0].Count >= ownCount + PlainlyMore ? familiar[0].Tag : own;
    }
}

/// <param name="Simplified">Characters that tell simplified Chinese from traditional.</param>
/// <param name="Traditional">The same the other way round.</param>
/// <param name="Vietnamese">Letters that no other of the languages has.</param>
internal sealed record ScriptFile(string Simplified, string Traditional, string Vietnamese);
