using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>The passages of one language; what it lacks is there in English.</summary>
internal sealed class LanguageIndex : IDisposable
{
    private const int ShortestName = 3;

    private readonly LanguageWords _words;
    private readonly List<Passage> _passages;
    private readonly HashSet<string>[] _headings;
    private readonly TextIndex _index;

    public LanguageIndex(string language, KnowledgePack pack)
    {
        _words = LanguageWords.Find(language) ?? throw new ArgumentException($"There are no words of '{language}'.", nameof(language));
        _passages = InLanguage(language, pack);
        _headings = [.. _passages.Select(passage => Likeness.Shape(passage.Heading))];
        var english = pack.Languages.GetValueOrDefault(KnowledgePack.English, []).ToDictionary(passage => passage.Id);
        _index = new TextIndex([.. _passages.Select(passage => TextOf(passage, english.GetValueOrDefault(passage.Id)))], SearchSettings.Default.Weights);
    }

    public IReadOnlyList<FoundPassage> Search(string question, int count)
    {
        var asked = QuestionTerms.Cut(question);
        var shape = Likeness.Shape(asked);
        return
        [
            .. _index.Search(QuestionTerms.Of(asked, _words), _passages.Count)
                .Select(hit => new FoundPassage(_passages[hit.Index], hit.Rank * (1 + (SearchSettings.Default.Heading * Likeness.Between(shape, _headings[hit.Index]))), hit.Coverage))
                .OrderByDescending(found => found.Strength).Take(count),
        ];
    }

    /// <summary>Whether the question names something that the texts are not about, such as a printer.</summary>
    public bool IsElsewhere(string question) => _words.IsElsewhere(question) || NamesStrangers(question);

    /// <summary>Amid a script without blanks, a word in Latin letters is a name: of a product, mostly. One that no text has is none of ours.</summary>
    private bool NamesStrangers(string question)
    {
        var tokens = SearchTokens.Of(QuestionTerms.Cut(question));
        return tokens.Any(token => !SearchTokens.IsWord(token))
            && tokens.Any(token => SearchTokens.IsWord(token) && token.Length >= ShortestName && token.All(char.IsAsciiLetter) && !_index.Has(token));
    }

    public Passage? Find(string id) => _passages.FirstOrDefault(passage => passage.Id == id);

    public void Dispose() => _index.Dispose();

    /// <summary>People mix English terms into their own language, so that those find a passage in each.</summary>
    private static IndexedText TextOf(Passage passage, Passage? english) =>
        new(passage.Heading, passage == english || english is null ? passage.Also : $"{passage.Also}, {english.Heading}, {english.Also}", passage.Text);

    private static List<Passage> InLanguage(string language, KnowledgePack pack)
    {
        var own = pack.Languages.GetValueOrDefault(language, []);
        var ids = own.Select(passage => passage.Id).ToHashSet(StringComparer.Ordinal);
        return [.. own, .. pack.Languages.GetValueOrDefault(KnowledgePack.English, []).Where(passage => !ids.Contains(passage.Id))];
    }
}
