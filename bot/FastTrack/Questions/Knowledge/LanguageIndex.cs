using FastTrackBot.Platform.Search;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>The passages of one language; what it lacks is there in English.</summary>
internal sealed class LanguageIndex : IDisposable
{
    private readonly LanguageWords _language;
    private readonly List<Passage> _passages;
    private readonly TextIndex _words;
    private readonly NearestGroups _nearest;

    public LanguageIndex(string language, KnowledgePack pack)
    {
        _language = LanguageWords.Find(language) ?? throw new ArgumentException($"There are no words of '{language}'.", nameof(language));
        _passages = InLanguage(language, pack);
        var english = pack.Languages.GetValueOrDefault(KnowledgePack.English, []).ToDictionary(passage => passage.Id);
        var asked = Asked(language, pack).ToLookup(text => text.Id, text => text.Text);
        _words = new TextIndex([.. _passages.Select(passage => TextOf(passage, english.GetValueOrDefault(passage.Id)))], SearchSettings.Default.Weights);
        _nearest = new NearestGroups([.. _passages.Select(passage => GroupOf(passage, english.GetValueOrDefault(passage.Id), asked)), .. Elsewhere(language, pack).Select(text => (string[])[text])]);
    }

    public IReadOnlyList<FoundPassage> Search(string question, int count)
    {
        var asked = QuestionTerms.Cut(question);
        var settings = SearchSettings.Default;
        var shares = _nearest.Shares(asked);
        // Each of them by itself, however many there are: together they would have a part of any question.
        var elsewhere = shares.Skip(_passages.Count).DefaultIfEmpty().Max();
        var ranks = new double[_passages.Count];
        foreach (var hit in _words.Search(QuestionTerms.Of(asked, _language))) ranks[hit.Index] = hit.Rank;
        return
        [
            .. _passages.Select((passage, at) => (Passage: passage, Strength: settings.Strength(shares[at], ranks[at])))
                .Where(found => found.Strength > 0).OrderByDescending(found => found.Strength).Take(count)
                .Select(found => new FoundPassage(found.Passage, found.Strength, found.Strength - (settings.Known.Elsewhere * elsewhere))),
        ];
    }

    public Passage? Find(string id) => _passages.FirstOrDefault(passage => passage.Id == id);

    public void Dispose() => _words.Dispose();

    /// <summary>People mix English terms into their own language, so that those find a passage in each.</summary>
    private static IndexedText TextOf(Passage passage, Passage? english) =>
        new(passage.Heading, passage == english || english is null ? passage.Also : $"{passage.Also}, {english.Heading}, {english.Also}", passage.Text);

    private static List<string> GroupOf(Passage passage, Passage? english, ILookup<string, string> asked)
    {
        List<string> texts = [passage.Heading, passage.Also, passage.Text, .. asked[passage.Id]];
        if (passage != english && english is not null) texts.Add($"{english.Heading} {english.Also}");
        return texts;
    }

    /// <summary>Matters that no passage is about. Names of products are the same everywhere, so that the English ones go along.</summary>
    private static List<string> Elsewhere(string language, KnowledgePack pack) =>
    [
        .. from tag in new[] { language, KnowledgePack.English }.Distinct()
           from text in pack.Asked[tag].Where(asked => asked.Id == AskedText.Elsewhere).Select(asked => asked.Text)
               .Concat(LanguageWords.Find(tag)?.Elsewhere ?? [])
           select text,
    ];

    private static IEnumerable<AskedText> Asked(string language, KnowledgePack pack)
    {
        var own = pack.Languages.GetValueOrDefault(language, []).Select(passage => passage.Id).ToHashSet(StringComparer.Ordinal);
        return pack.Asked[language]
            .Concat(language == KnowledgePack.English ? [] : pack.Asked[KnowledgePack.English].Where(asked => !own.Contains(asked.Id)));
    }

    private static List<Passage> InLanguage(string language, KnowledgePack pack)
    {
        var own = pack.Languages.GetValueOrDefault(language, []);
        var ids = own.Select(passage => passage.Id).ToHashSet(StringComparer.Ordinal);
        return [.. own, .. pack.Languages.GetValueOrDefault(KnowledgePack.English, []).Where(passage => !ids.Contains(passage.Id))];
    }
}
