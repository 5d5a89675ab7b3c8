using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>The passages of one language; what it lacks is there in English.</summary>
internal sealed class LanguageIndex : IDisposable
{
    private readonly LanguageWords _words;
    private readonly List<Passage> _passages;
    private readonly TextIndex _index;

    public LanguageIndex(string language, KnowledgePack pack)
    {
        _words = LanguageWords.Find(language) ?? throw new ArgumentException($"There are no words of '{language}'.", nameof(language));
        _passages = InLanguage(language, pack);
        _index = new TextIndex([.. _passages.Select(passage => new IndexedText(passage.Heading, passage.Also, passage.Text))], SearchSettings.Default.Weights);
    }

    public IReadOnlyList<FoundPassage> Search(string question, int count) =>
        [.. _index.Search(QuestionTerms.Of(question, _words), count).Select(hit => new FoundPassage(_passages[hit.Index], hit.Coverage))];

    public Passage? Find(string id) => _passages.FirstOrDefault(passage => passage.Id == id);

    public void Dispose() => _index.Dispose();

    private static List<Passage> InLanguage(string language, KnowledgePack pack)
    {
        var own = pack.Languages.GetValueOrDefault(language, []);
        var ids = own.Select(passage => passage.Id).ToHashSet(StringComparer.Ordinal);
        return [.. own, .. pack.Languages.GetValueOrDefault(KnowledgePack.English, []).Where(passage => !ids.Contains(passage.Id))];
    }
}
